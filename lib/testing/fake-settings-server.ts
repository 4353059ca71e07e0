import { fail, ok, type Result } from "@/lib/result";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import { sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import type { PatchAnswer, PatchRequest, SettingsRows } from "@/lib/settings/wire";
import { mergeObject, setAt, valueAt } from "@/lib/settings/patch";
import type { SettingsSectionName } from "@/lib/settings/registry";
import { patchedPaths } from "@/lib/settings/sections";
import { documentsOf } from "@/lib/settings/client/memory";

/** The outcome of one path of a request. `theirs`: the stored value for which it was left alone; undefined: stored. */
export type Outcome = { opId: string; at: string; mine: Json; theirs: Json | undefined };

/** The server's treatment of patches, in memory: merge, conflicts, versions, and one answer per op_id. */
export function fakeSettingsServer() {
  const rows = new Map<string, { overrides: JsonObject; version: number }>();
  const answers = new Map<string, PatchAnswer>();
  const requests: PatchRequest[] = [];
  const outcomes: Outcome[] = [];
  const rowAt = (userId: string, ref: DocumentRef) =>
    rows.get(`${userId}/${documentId(ref)}`) ?? { overrides: {}, version: 0 };

  function apply({ userId, section, projectId, patch, base, opId }: PatchRequest): PatchAnswer {
    const known = answers.get(opId);
    if (known) return known;
    const ref = { section, projectId };
    const row = rowAt(userId, ref);
    const { applied, conflicts } = judge(ref, row.overrides, { patch, base });
    const overrides = mergeObject(row.overrides, applied);
    const version = sameJson(overrides, row.overrides) ? row.version : row.version + 1;
    rows.set(`${userId}/${documentId(ref)}`, { overrides, version });
    const saved = { overrides, version, conflicts };
    answers.set(opId, saved);
    outcomes.push(...outcomesOf({ opId, ref, patch }, conflicts));
    return saved;
  }
  /** The answer of `get_settings`, with rows of version 0. */
  const rowsFor = (userId: string, projectId: string | null) =>
    documentsOf(projectId).map((ref) => ({ ...ref, ...rowAt(userId, ref) }));

  return {
    requests,
    /** The number of calls, each with any number of requests. */
    roundTrips: 0,
    /** Set by a test: the number of answers that are missing at the end of a call. */
    keepsBack: 0,
    outcomes,
    rowAt,
    rowsFor,
    /** The row of the dashboard. */
    rowOf: (userId: string, projectId: string | null) => rowAt(userId, { section: "dashboard", projectId }),
    apply,
    /** Replaced by a test to fail on demand. */
    answer: async (request: PatchRequest): Promise<Result<PatchAnswer> | "outdated"> => ok(apply(request)),
    /** Replaced by a test to fail on demand. */
    read: async (userId: string, projectId: string | null): Promise<Result<SettingsRows>> =>
      ok({ rows: rowsFor(userId, projectId) }),
    /** The database is emptied, as by a restored backup. */
    empty: () => rows.clear(),
    /** Another device of the same person changes a value. */
    changeElsewhere: (
      userId: string,
      projectId: string | null,
      patch: JsonObject,
      section: SettingsSectionName = "dashboard",
    ) => {
      const ref = { section, projectId };
      const base = baseOf(ref, rowAt(userId, ref).overrides, patch);
      return apply({ userId, ...ref, patch, base, source: "ui", opId: `elsewhere-${answers.size}` });
    },
  };
}

function outcomesOf(
  { opId, ref, patch }: { opId: string; ref: DocumentRef; patch: JsonObject },
  conflicts: PatchAnswer["conflicts"],
): Outcome[] {
  const leftAlone = new Map(conflicts.map(({ path, theirs }) => [path, theirs]));
  return patchedPaths(sectionOf(ref), patch).map((path) => ({
    opId,
    at: `${documentId(ref)} ${path}`,
    mine: valueAt(patch, path) ?? null,
    theirs: leftAlone.get(path),
  }));
}

/** The part of a patch that may be applied, and the conflicts with what somebody else changed meanwhile. */
function judge(ref: DocumentRef, stored: JsonObject, { patch, base }: Pick<PatchRequest, "patch" | "base">) {
  const conflicts: PatchAnswer["conflicts"] = [];
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

/** The base of an edit by a person who sees the stored values. */
function baseOf(ref: DocumentRef, stored: JsonObject, patch: JsonObject): JsonObject {
  const seen = patchedPaths(sectionOf(ref), patch).flatMap((path) => {
    const value = valueAt(stored, path);
    return value === undefined ? [] : [[path, value]];
  });
  return Object.fromEntries(seen);
}

export const networkIsGone = () => new TypeError("fetch failed");
export const offline = async (): Promise<Result<PatchAnswer>> => {
  throw networkIsGone();
};
export const refusing =
  (code: Parameters<typeof fail>[0], path?: string) => async (): Promise<Result<PatchAnswer>> =>
    fail(code, { path });

export const toggled = (widget: string, value: boolean | null): JsonObject => ({
  widget_visibility: { [widget]: value },
});

export const dashboardOf = (projectId: string | null): DocumentRef => ({ section: "dashboard", projectId });
