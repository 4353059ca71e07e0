import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/result";
import { documentOf, patchFor } from "@/lib/testing/arbitraries";
import type { EditSource } from "@/lib/settings/wire";
import { dashboard } from "@/lib/settings/dashboard";
import { emptyDocument, type DeviceDocument } from "./device-document";
import type { JsonObject } from "@/lib/settings/json";
import { toggled } from "@/lib/testing/fake-settings-server";
import { recordEvent, type OutboxEvent } from "./outbox";
import { patchRequest } from "@/lib/settings/patch-request";
import { composePatches, mergeObject } from "@/lib/settings/patch";

const empty = emptyDocument({ userId: "ann", section: "dashboard", projectId: null }, 1);
const after = (...events: OutboxEvent[]): DeviceDocument =>
  events.reduce((document, event) => recordEvent(dashboard, document, event), empty);

const edited = (patch: JsonObject, seen: JsonObject = {}, source: EditSource = "ui"): OutboxEvent => ({
  kind: "edited",
  patch,
  seen,
  source,
});
const attempted = (opId: string): OutboxEvent => ({ kind: "attempted", opId });
const saved = (opId: string, overrides: JsonObject, conflicts: Conflicts = []): OutboxEvent => ({
  kind: "answered",
  opId,
  at: 9,
  answer: ok({ overrides, version: 1, conflicts }),
});
const refused = (opId: string, path?: string): OutboxEvent => ({
  kind: "answered",
  opId,
  at: 9,
  answer: fail("invalid", { path }),
});
type Conflicts = { path: string; base: null | boolean; mine: boolean; theirs: boolean }[];
const metrics = "widget_visibility.metrics";

describe("editing", () => {
  it("remembers the value the person saw when first editing a path, not the later ones", () => {
    const document = after(
      edited(toggled("metrics", false), toggled("metrics", true)),
      edited(toggled("metrics", true), toggled("metrics", false)),
    );
    expect(document.pending).toMatchObject({ patch: toggled("metrics", true), base: { [metrics]: true } });
  });

  it("leaves an inherited path out of the base", () => {
    expect(after(edited(toggled("metrics", false))).pending?.base).toEqual({});
  });

  it("keeps null, which takes the value back to inherited", () => {
    const document = after(edited(toggled("metrics", false)), edited(toggled("metrics", null)));
    expect(document.pending?.patch).toEqual(toggled("metrics", null));
  });

  it("of a path in the frozen request is based on that request, also when this tab has not seen it", () => {
    const document = after(
      edited(toggled("metrics", false)),
      attempted("op-1"),
      edited(toggled("metrics", true), {}),
    );
    expect(document.pending?.base).toEqual({ [metrics]: false });
  });

  it("loses nothing: sending then pending do what all edits did in turn", () => {
    const edits = fc.array(patchFor(dashboard), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(documentOf(dashboard), edits, fc.nat(5), (stored, patches, attemptAt) => {
        const events = patches.flatMap((patch, index) =>
          index === attemptAt ? [attempted("op"), edited(patch)] : [edited(patch)],
        );
        const { sending, pending } = after(...events);
        const kept = [sending, pending].reduce<JsonObject>(
          (patch, slot) => (slot ? composePatches(patch, slot.patch) : patch),
          {},
        );
        expect(mergeObject(stored, kept)).toEqual(patches.reduce(mergeObject, stored));
      }),
    );
  });
});

describe("sending", () => {
  it("freezes the waiting edits under the op_id of the first attempt, and later attempts repeat the request", () => {
    const document = after(
      edited(toggled("metrics", false)),
      attempted("op-1"),
      edited(toggled("insights", false)),
    );
    expect(recordEvent(dashboard, document, attempted("op-2"))).toEqual(document);
    expect(document.sending).toMatchObject({ patch: toggled("metrics", false), base: {}, opId: "op-1" });
  });

  it("is not cleared by the answer to another request", () => {
    const document = after(edited(toggled("metrics", false)), attempted("op-1"));
    expect(recordEvent(dashboard, document, saved("op-0", {}))).toEqual(document);
  });

  it("keeps a newer snapshot than the answer of a late repetition", () => {
    const document = after(
      edited(toggled("metrics", false)),
      attempted("op-1"),
      { kind: "read", snapshot: { overrides: toggled("insights", false), version: 5, at: 8, startedAt: 7 } },
      saved("op-1", toggled("metrics", false)),
    );
    expect(document).toMatchObject({
      sending: null,
      snapshot: { version: 5, overrides: toggled("insights", false) },
    });
  });
});

describe("a conflict", () => {
  const conflict = { path: metrics, base: null, mine: false, theirs: true };

  it("is kept with both values until the person edits the path again or dismisses it", () => {
    const document = after(
      edited(toggled("metrics", false)),
      attempted("op-1"),
      saved("op-1", toggled("metrics", true), [conflict]),
    );
    expect(document.conflicts).toEqual([{ ...conflict, at: 9 }]);
    expect(recordEvent(dashboard, document, { kind: "dismissed", path: metrics }).conflicts).toEqual([]);
    expect(recordEvent(dashboard, document, edited(toggled("metrics", false))).conflicts).toEqual([]);
  });

  it("is kept by a later edit of the path, against the value the person saw at first", () => {
    const document = after(
      edited(toggled("metrics", false)),
      attempted("op-1"),
      edited(toggled("metrics", true)),
      saved("op-1", toggled("metrics", true), [conflict]),
    );
    expect(document.conflicts).toEqual([]);
    expect(document.pending).toEqual({ patch: toggled("metrics", true), base: {}, source: "ui" });
  });
});

describe("a refusal", () => {
  it("takes out the path at fault and sends the rest again", () => {
    const document = after(
      edited({ widget_visibility: { metrics: false, insights: false } }),
      attempted("op-1"),
      refused("op-1", metrics),
    );
    expect(document.sending).toBeNull();
    expect(document.pending?.patch).toEqual(toggled("insights", false));
    expect(document.notSaved).toEqual([{ path: metrics, base: null, mine: false, code: "invalid", at: 9 }]);
  });

  it.each([
    ["a value", { widget_visibility: { metrics: 7 } }, {}],
    ["what was seen", toggled("metrics", false), { [metrics]: "x".repeat(100_000) }],
    ["a group that only this build knows", { widget_colours: { metrics: 7 } }, {}],
  ])("of the action, which names a place in the request, takes out no more than %s", (_, faulty, seen) => {
    const id = "0b0b0b0b-0000-4000-8000-000000000001";
    const patch = mergeObject(faulty, toggled("insights", false));
    const request = { userId: id, section: "dashboard", projectId: null, patch, base: seen };
    const { error } = patchRequest.safeParse({ ...request, opId: id, source: "ui" });
    const path = error?.issues[0]?.path.join(".");
    const document = after(edited(patch), attempted("op-1"), refused("op-1", path));
    expect(document.pending?.patch).toEqual(toggled("insights", false));
    expect(document.notSaved).toHaveLength(1);
  });

  it("names an atomic value by its path even where a part of it is at fault", () => {
    const position = { x: 0, y: 0, w: 4, h: 2, collapsed: false };
    const patch = { widget_layout: { lg: { metrics: position } } };
    const document = after(edited(patch), attempted("op-1"), refused("op-1", "widget_layout.lg.metrics.x"));
    expect(document.notSaved).toMatchObject([{ path: "widget_layout.lg.metrics", mine: position }]);
  });

  it("leaves later edits of the path waiting, upon the value that stood before the refused one", () => {
    const document = after(
      edited(toggled("metrics", false), toggled("metrics", true)),
      attempted("op-1"),
      edited(toggled("metrics", null), toggled("metrics", false)),
      refused("op-1"),
    );
    expect(document.pending).toMatchObject({ patch: toggled("metrics", null), base: { [metrics]: true } });
    expect(document.notSaved).toEqual([]);
  });
});
