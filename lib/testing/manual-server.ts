import { fail, ok, type Result } from "@/lib/result";
import { documentId, type DocumentRef } from "@/lib/settings/device-document";
import { sectionOf } from "@/lib/settings/document-section";
import { sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import type { Saved } from "@/lib/settings/outbox/outbox";
import type { SendRequest } from "@/lib/settings/outbox/sender";
import { mergeObject, setAt, valueAt } from "@/lib/settings/patch";
import type { SettingsSectionName } from "@/lib/settings/registry";
import { patchedPaths } from "@/lib/settings/sections";
import type { Rows } from "@/lib/settings/client/loader";
import { documentsOf } from "@/lib/settings/client/memory";

/** What became of one path of a request. `theirs`: it was left alone because of that value; undefined: it holds. */
export type Outcome = { opId: string; at: string; mine: Json; theirs: Json | undefined };

/** What the server does with a patch, in memory: merge, conflicts, versions, and one answer per op_id. */
export function manualServer() {
  const rows = new Map<string, { overrides: JsonObject; version: number }>();
  const answers = new Map<string, Saved>();
  const requests: SendRequest[] = [];
  const outcomes: Outcome[] = [];
  const rowAt = (user: string, ref: DocumentRef) =>
    rows.get(`${user}/${documentId(ref)}`) ?? { overrides: {}, version: 0 };

  function apply({ user, section, scope, patch, base, opId }: SendRequest): Saved {
    const known = answers.get(opId);
    if (known) return known;
    const ref = { section, scope };
    const row = rowAt(user, ref);
    const { applied, conflicts } = judge(ref, row.overrides, { patch, base });
    const overrides = mergeObject(row.overrides, applied);
    const version = sameJson(overrides, row.overrides) ? row.version : row.version + 1;
    rows.set(`${user}/${documentId(ref)}`, { overrides, version });
    const saved = { overrides, version, conflicts };
    answers.set(opId, saved);
    outcomes.push(...outcomesOf({ opId, ref, patch }, conflicts));
    return saved;
  }
  /** What `get_settings` answers, rows of version 0 included. */
  const rowsFor = (user: string, scope: string | null) =>
    documentsOf(scope).map((ref) => ({ ...ref, ...rowAt(user, ref) }));

  return {
    requests,
    /** How often it was called, with however many requests. */
    roundTrips: 0,
    /** Set by a test: so many answers, the last ones of a call, are missing. */
    keepsBack: 0,
    outcomes,
    rowAt,
    rowsFor,
    /** The dashboard's. */
    rowOf: (user: string, scope: string | null) => rowAt(user, { section: "dashboard", scope }),
    apply,
    /** Replaced by a test to fail on demand. */
    answer: async (request: SendRequest): Promise<Result<Saved> | "outdated"> => ok(apply(request)),
    /** Replaced by a test to fail on demand. */
    read: async (user: string, scope: string | null): Promise<Result<Rows>> =>
      ok({ rows: rowsFor(user, scope) }),
    /** The database is emptied, as by a restored backup. */
    empty: () => rows.clear(),
    /** Another device of the same person changes a value. */
    changeElsewhere: (
      user: string,
      scope: string | null,
      patch: JsonObject,
      section: SettingsSectionName = "dashboard",
    ) => {
      const ref = { section, scope };
      const base = baseOf(ref, rowAt(user, ref).overrides, patch);
      return apply({ user, ...ref, patch, base, source: "ui", opId: `elsewhere-${answers.size}` });
    },
  };
}

function outcomesOf(
  { opId, ref, patch }: { opId: string; ref: DocumentRef; patch: JsonObject },
  conflicts: Saved["conflicts"],
): Outcome[] {
  const leftAlone = new Map(conflicts.map(({ path, theirs }) => [path, theirs]));
  return patchedPaths(sectionOf(ref), patch).map((path) => ({
    opId,
    at: `${documentId(ref)} ${path}`,
    mine: valueAt(patch, path) ?? null,
    theirs: leftAlone.get(path),
  }));
}

/** What of a change may be applied, and what somebody else changed meanwhile. */
function judge(ref: DocumentRef, stored: JsonObject, { patch, base }: Pick<SendRequest, "patch" | "base">) {
  const conflicts: Saved["conflicts"] = [];
  let applied: JsonObject = {};
  for (const path of patchedPaths(sectionOf(ref), patch)) {
    const mine = valueAt(patch, path) ?? null;
    const seen = base[path] ?? null;
    const theirs = valueAt(stored, path) ?? null;
    if (sameJson(theirs, seen) || sameJson(theirs, mine)) applied = setAt(applied, path, mine);
    else conflicts.push({ path, base: seen, mine, theirs });
  }
  return { applied, conflicts };
}

/** The base of a change by somebody who sees what is stored. */
function baseOf(ref: DocumentRef, stored: JsonObject, patch: JsonObject): JsonObject {
  const seen = patchedPaths(sectionOf(ref), patch).flatMap((path) => {
    const value = valueAt(stored, path);
    return value === undefined ? [] : [[path, value]];
  });
  return Object.fromEntries(seen);
}

export const networkIsGone = () => new TypeError("fetch failed");
export const offline = async (): Promise<Result<Saved>> => {
  throw networkIsGone();
};
export const refusing =
  (code: Parameters<typeof fail>[0], path?: string) => async (): Promise<Result<Saved>> =>
    fail(code, { path });

export const toggled = (widget: string, value: boolean | null): JsonObject => ({
  widget_visibility: { [widget]: value },
});

export const dashboardOf = (scope: string | null): DocumentRef => ({ section: "dashboard", scope });
