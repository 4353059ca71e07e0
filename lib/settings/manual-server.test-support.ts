import { fail, ok, type Result } from "@/lib/result";
import { dashboard } from "./dashboard";
import { sameJson, type Json, type JsonObject } from "./json";
import type { Saved } from "./outbox";
import type { SendRequest } from "./outbox-sender";
import { mergeObject, setAt, valueAt } from "./patch";
import { patchedPaths } from "./sections";
import type { Rows } from "./settings-loader";

/** What the server does with a patch, in memory: merge, conflicts, versions, and one answer per op_id. */
export function manualServer() {
  const rows = new Map<string, { overrides: JsonObject; version: number }>();
  const answers = new Map<string, Saved>();
  const requests: SendRequest[] = [];
  const rowOf = (user: string, scope: string | null) =>
    rows.get(`${user}/${scope}`) ?? { overrides: {}, version: 0 };

  function apply({ user, scope, patch, base, opId }: SendRequest): Saved {
    const known = answers.get(opId);
    if (known) return known;
    const row = rowOf(user, scope);
    const conflicts: Saved["conflicts"] = [];
    let applied: JsonObject = {};
    for (const path of patchedPaths(dashboard, patch)) {
      const [mine, seen, theirs] = [valueAt(patch, path), base[path], valueAt(row.overrides, path)].map(
        (value): Json => value ?? null,
      );
      if (mine === undefined || seen === undefined || theirs === undefined)
        throw new Error("three in, three out");
      if (sameJson(theirs, seen) || sameJson(theirs, mine)) applied = setAt(applied, path, mine);
      else conflicts.push({ path, base: seen, mine, theirs });
    }
    const overrides = mergeObject(row.overrides, applied);
    const version = sameJson(overrides, row.overrides) ? row.version : row.version + 1;
    rows.set(`${user}/${scope}`, { overrides, version });
    const saved = { overrides, version, conflicts };
    answers.set(opId, saved);
    return saved;
  }
  return {
    requests,
    rowOf,
    apply,
    /** Replaced by a test to fail on demand. */
    answer: async (request: SendRequest): Promise<Result<Saved>> => ok(apply(request)),
    /** Replaced by a test to fail on demand. */
    read: async (user: string, scope: string | null): Promise<Result<Rows>> =>
      ok({ rows: [null, scope].map((each) => ({ scope: each, ...rowOf(user, each) })) }),
    /** The database is emptied, as by a restored backup. */
    empty: () => rows.clear(),
    /** Another device of the same person changes a value. */
    changeElsewhere: (user: string, scope: string | null, patch: JsonObject) =>
      apply({ user, scope, patch, base: rowOf(user, scope).overrides, opId: `elsewhere-${answers.size}` }),
  };
}

export const offline = async (): Promise<Result<Saved>> => {
  throw new TypeError("fetch failed");
};
export const refusing =
  (code: Parameters<typeof fail>[0], path?: string) => async (): Promise<Result<Saved>> =>
    fail(code, { path });

export const toggled = (widget: string, value: boolean | null): JsonObject => ({
  widget_visibility: { [widget]: value },
});
