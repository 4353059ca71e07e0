import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dashboard } from "./dashboard";
import { isJsonObject, type Json, type JsonObject } from "./json";
import { changedPaths, composePatches, mergeObject, mergePatch, patchOf, setAt, valueAt } from "./patch";
import { isLeafOf, patchedPaths } from "./sections";
import { documentOf, jsonObject, patchFor } from "@/lib/testing/arbitraries";

const isLeaf = isLeafOf(dashboard);
const cases: { target: Json; patch: Json; result: Json }[] = JSON.parse(
  readFileSync(new URL("./rfc7396-cases.json", import.meta.url), "utf8"),
);

describe("mergePatch", () => {
  it.each(cases)("obeys RFC 7396: $target + $patch = $result", ({ target, patch, result }) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it("leaves its arguments alone", () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        mergePatch(target, patch);
        expect(JSON.stringify([target, patch])).toBe(before);
      }),
    );
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it("keeps keys it does not know", () => {
    fc.assert(
      fc.property(documentOf(dashboard), patchFor(dashboard), jsonObject, (stored, patch, unknown) => {
        const merged = mergeObject({ ...stored, later_column: unknown }, patch);
        expect(merged["later_column"]).toEqual(unknown);
      }),
    );
  });

  it.each(["__proto__", "constructor", "prototype"])(
    "treats the key %s as data and pollutes no prototype",
    (key) => {
      const patch: Json = JSON.parse(
        `{"${key}": {"polluted": true}, "inner": {"${key}": {"polluted": true}}}`,
      );
      const merged = mergePatch({ inner: {} }, patch);
      expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      expect(JSON.stringify(merged)).toBe(
        JSON.stringify({
          inner: JSON.parse(`{"${key}":{"polluted":true}}`),
          ...JSON.parse(`{"${key}":{"polluted":true}}`),
        }),
      );
    },
  );
});

describe("composePatches", () => {
  it("does in one patch what two patches do in turn, for every patch a section accepts", () => {
    fc.assert(
      fc.property(
        documentOf(dashboard),
        patchFor(dashboard),
        patchFor(dashboard),
        (stored, first, second) => {
          const inTurn = mergePatch(mergePatch(stored, first), second);
          expect(mergePatch(stored, composePatches(first, second))).toEqual(inTurn);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("does so for any JSON as long as no object follows a value or null", () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, jsonObject, (target, first, second) => {
        fc.pre(agreeOnLeaves(first, second));
        const inTurn = mergePatch(mergePatch(target, first), second);
        expect(mergePatch(target, composePatches(first, second))).toEqual(inTurn);
      }),
      { numRuns: 500 },
    );
  });

  it("is associative over the patches of a section", () => {
    fc.assert(
      fc.property(patchFor(dashboard), patchFor(dashboard), patchFor(dashboard), (a, b, c) => {
        expect(composePatches(composePatches(a, b), c)).toEqual(composePatches(a, composePatches(b, c)));
      }),
    );
  });

  it("keeps null, which still has to remove what is stored", () => {
    const composed = composePatches({ a: { b: 1 } }, { a: { b: null } });
    expect(composed).toEqual({ a: { b: null } });
    expect(mergePatch({ a: { b: 0, c: 2 } }, composed)).toEqual({ a: { c: 2 } });
  });
});

describe("patchOf", () => {
  it("turns one document into the other", () => {
    fc.assert(
      fc.property(documentOf(dashboard), documentOf(dashboard), (before, after) => {
        expect(mergePatch(before, patchOf(before, after, isLeaf))).toEqual(after);
      }),
    );
  });

  it("is empty between equal documents", () => {
    fc.assert(
      fc.property(documentOf(dashboard), (document) => {
        expect(patchOf(document, structuredClone(document), isLeaf)).toEqual({});
      }),
    );
  });

  it("sends an atomic value whole", () => {
    const position = { x: 0, y: 0, w: 4, h: 2, collapsed: false };
    const before = { widget_layout: { lg: { metrics: position } } };
    const after = { widget_layout: { lg: { metrics: { ...position, x: 3 } } } };
    expect(patchOf(before, after, isLeaf)).toEqual(after);
  });
});

describe("paths", () => {
  it("names each changed leaf once, an atomic value as one", () => {
    const patch = {
      widget_visibility: { metrics: false, insights: null },
      widget_layout: { lg: { metrics: { x: 0, y: 0, w: 4, h: 2, collapsed: false } } },
    };
    expect(patchedPaths(dashboard, patch)).toEqual([
      "widget_visibility.metrics",
      "widget_visibility.insights",
      "widget_layout.lg.metrics",
    ]);
    expect(changedPaths(patch)).toContain("widget_layout.lg.metrics.x");
  });

  it("reads back what it set and touches nothing else", () => {
    fc.assert(
      fc.property(documentOf(dashboard), fc.boolean(), (document, value) => {
        const changed = setAt(document, "widget_visibility.metrics", value);
        expect(valueAt(changed, "widget_visibility.metrics")).toBe(value);
        expect(valueAt(changed, "dashboard_preferences")).toEqual(valueAt(document, "dashboard_preferences"));
      }),
    );
  });

  it("finds nothing on a prototype", () => {
    expect(valueAt({}, "constructor.name")).toBeUndefined();
    expect(valueAt({}, "__proto__")).toBeUndefined();
    expect(setAt({}, "__proto__.polluted", true)).toEqual(JSON.parse('{"__proto__":{"polluted":true}}'));
  });
});

function agreeOnLeaves(first: JsonObject, second: JsonObject): boolean {
  return Object.entries(second).every(([key, later]) => {
    const earlier = Object.hasOwn(first, key) ? first[key] : undefined;
    if (earlier === undefined || !isJsonObject(later)) return true;
    return isJsonObject(earlier) && agreeOnLeaves(earlier, later);
  });
}
