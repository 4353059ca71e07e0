import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, patchFor } from "@/lib/testing/arbitraries";
import { dashboard } from "@/lib/settings/dashboard";
import type { Slot } from "./device-document";
import { toggled } from "@/lib/testing/fake-settings-server";
import { mergeObject, valueAt } from "@/lib/settings/patch";
import { patchedPaths } from "@/lib/settings/sections";
import { baseAt, composeSlots, partOf, rebase } from "./slot";

/** An edit of a document, with what stood there. */
const slotUpon = (stood: Slot["patch"], patch: Slot["patch"]): Slot => ({
  patch,
  base: Object.fromEntries(
    pathsOf(patch).flatMap((path) => {
      const value = valueAt(stood, path);
      return value === undefined ? [] : [[path, value]];
    }),
  ),
  source: "ui",
});
const pathsOf = (patch: Slot["patch"]) => patchedPaths(dashboard, patch);
const [stored, patch] = [documentOf(dashboard), patchFor(dashboard)];
const metrics = "widget_visibility.metrics";

describe("two edits as one", () => {
  it("do what both do, and are based on the values the person saw before the first of them", () => {
    fc.assert(
      fc.property(stored, patch, patch, (document, one, other) => {
        const between = mergeObject(document, one);
        const both = composeSlots(dashboard, slotUpon(document, one), slotUpon(between, other));
        expect(mergeObject(document, both.patch)).toEqual(mergeObject(between, other));
        expect(both.base).toEqual(slotUpon(document, both.patch).base);
      }),
    );
  });

  it("are an undo only where both are", () => {
    const source = (first: Slot["source"], second: Slot["source"]) =>
      composeSlots(dashboard, { patch: {}, base: {}, source: first }, { patch: {}, base: {}, source: second })
        .source;
    expect([source("undo", "undo"), source("undo", "ui"), source("ui", "undo")]).toEqual([
      "undo",
      "ui",
      "ui",
    ]);
  });
});

describe("a part of an edit", () => {
  it("and its rest make up the edit: no path is lost and no path is in both", () => {
    fc.assert(
      fc.property(stored, patch, fc.nat(), (document, change, seed) => {
        const whole = slotUpon(document, change);
        const isWanted = (path: string) => (seed >> pathsOf(change).indexOf(path)) % 2 === 0;
        const halves = [isWanted, (path: string) => !isWanted(path)].flatMap(
          (wanted) => partOf(dashboard, whole, wanted) ?? [],
        );
        for (const half of halves)
          expect(pathsOf(half.patch)).toEqual(expect.arrayContaining(Object.keys(half.base)));
        expect(halves.map(({ patch: each }) => pathsOf(each).length)).not.toContain(0);
        expect(halves.flatMap(({ patch: each }) => pathsOf(each)).toSorted()).toEqual(
          pathsOf(change).toSorted(),
        );
        if (halves.length > 0)
          expect(halves.reduce((one, other) => composeSlots(dashboard, one, other))).toEqual(whole);
      }),
    );
  });
});

it("a rebased edit sets the same values; where the new base is inherited it keeps no value", () => {
  const slot: Slot = { patch: toggled("metrics", false), base: { [metrics]: true }, source: "ui" };
  expect(rebase(slot, metrics, false)).toEqual({ ...slot, base: { [metrics]: false } });
  expect(rebase(slot, metrics, null)).toEqual({ ...slot, base: {} });
  expect([baseAt(slot, metrics), baseAt(rebase(slot, metrics, null), metrics)]).toEqual([true, null]);
});
