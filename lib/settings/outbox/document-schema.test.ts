import { describe, expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { emptyDocument } from "./device-document";
import { deviceDocument } from "./document-schema";

const empty = emptyDocument({ userId: "ann", section: "dashboard", projectId: null }, 1);
const slot = { patch: { widget_visibility: { metrics: false } }, base: {}, source: "undo" };
const notice = { path: "widget_visibility.metrics", base: null, mine: false, at: 1 };
const problemsOf = (record: unknown) =>
  safeParse(deviceDocument, record).error?.issues.map(({ path }) => path.join("."));

describe("a record of this device", () => {
  it("is read as it was written, with everything in it", () => {
    const full = {
      ...empty,
      snapshot: { overrides: {}, version: 2, at: 1 },
      sending: { ...slot, opId: "op" },
      pending: slot,
      trouble: "unavailable",
      notSaved: [{ ...notice, code: "invalid" }],
      conflicts: [{ ...notice, theirs: true }],
    };
    expect(safeParse(deviceDocument, full).data).toEqual(full);
    expect(safeParse(deviceDocument, empty).data).toEqual(empty);
  });

  it("of a build that knew no source holds edits by hand", () => {
    const { source: _, ...older } = slot;
    expect(safeParse(deviceDocument, { ...empty, pending: older }).data?.pending?.source).toBe("ui");
  });

  it.each([
    ["userId", { userId: 1 }],
    ["schemaVersion", { schemaVersion: "1" }],
    ["snapshot.version", { snapshot: { overrides: {}, at: 1 } }],
    ["sending.opId", { sending: slot }],
    ["pending.source", { pending: { ...slot, source: "elsewhere" } }],
    ["pending.patch", { pending: { ...slot, patch: [] } }],
    ["trouble", { trouble: "odd" }],
    ["notSaved.0.code", { notSaved: [notice] }],
    ["conflicts.0.theirs", { conflicts: [notice] }],
  ])("is refused with %s named", (path, spoiled) => {
    expect(problemsOf({ ...empty, ...spoiled })).toEqual([path]);
  });
});
