import { describe, expect, it } from "vitest";
import { emptyDocument } from "./device-document";
import { toggle } from "@/lib/settings/fields";
import { memoryKeyValue } from "@/lib/device/key-value";
import { createOutboxStorage } from "./storage";
import { defineSection } from "@/lib/settings/sections";
import { upgradeDocument, upgradePatch } from "./upgrade";

const section = defineSection({
  name: "dashboard",
  schemaVersion: 2,
  renamed: { "prefs.dense": "prefs.compact" },
  columns: { prefs: { compact: toggle(false, "compact"), tips: toggle(true, "tips") } },
});
const old = {
  ...emptyDocument({ userId: "ann", section: "dashboard", projectId: null }, 1),
  sending: {
    patch: { prefs: { dense: true } },
    base: { "prefs.dense": false },
    source: "ui" as const,
    opId: "op-1",
  },
  pending: {
    patch: { prefs: { dense: false, tips: false } },
    base: { "prefs.dense": true },
    source: "undo" as const,
  },
  notSaved: [{ path: "prefs.dense", base: null, mine: true, code: "invalid" as const, at: 1 }],
};

describe("upgrading the records of an older build", () => {
  it("moves renamed keys of a patch and leaves the others", () => {
    expect(upgradePatch(section, { prefs: { dense: null, tips: false } })).toEqual({
      prefs: { compact: null, tips: false },
    });
  });

  it("sends a frozen request anew, because its body has changed", () => {
    expect(upgradeDocument(section, old)).toMatchObject({
      schemaVersion: 2,
      sending: null,
      pending: { patch: { prefs: { compact: false, tips: false } }, base: { "prefs.compact": false } },
      notSaved: [{ path: "prefs.compact" }],
    });
  });

  it("leaves records of this build and of newer ones alone", () => {
    for (const schemaVersion of [2, 3]) {
      const current = { ...old, schemaVersion };
      expect(upgradeDocument(section, current)).toBe(current);
    }
  });

  it("happens whenever a record is read from the device; a value that is no record is ignored", async () => {
    const { userId: user, projectId: scope, ...rest } = old;
    const stored = new Map<string, unknown>([
      ["document/ann/dashboard/all", { ...rest, user, scope }],
      ["document/ann/dashboard/p1", { user: "ann", junk: true }],
    ]);
    const storage = createOutboxStorage(memoryKeyValue(stored), (name) =>
      name === section.name ? section : null,
    );
    expect(await storage.list("ann")).toEqual([upgradeDocument(section, old)]);
  });
});
