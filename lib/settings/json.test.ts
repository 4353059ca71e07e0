import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { jsonObject } from "@/lib/testing/arbitraries";
import { sameJson, sharing } from "./json";

it("documents are the same exactly when all their own keys and values are, in whatever order the keys stand", () => {
  fc.assert(
    fc.property(jsonObject, jsonObject, (one, other) => {
      expect(sameJson(one, other)).toBe(isDeepStrictEqual(one, other));
      expect(sameJson(one, Object.fromEntries(Object.entries(one).toReversed()))).toBe(true);
    }),
  );
});

it("a list is no object, null is no object, and a missing key is not one that holds null", () => {
  expect(sameJson([], {})).toBe(false);
  expect(sameJson(null, {})).toBe(false);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson([1], [1, 2])).toBe(false);
  expect(sameJson({ a: null }, { b: null })).toBe(false);
});

it("what a document inherits from its prototype is none of its keys", () => {
  expect(sameJson(JSON.parse('{"__proto__":{}}'), { a: 1 })).toBe(false);
});

describe("sharing", () => {
  it("keeps the parts of the earlier object that are the same JSON, and only those", () => {
    const before = { widgets: { metrics: true }, hours: { start: "09:00", days: ["mon"] } };
    const now = sharing(before, { widgets: { metrics: false }, hours: { start: "09:00", days: ["mon"] } });
    expect(now.widgets).toEqual({ metrics: false });
    expect(now.hours).toBe(before.hours);
  });

  it("answers the earlier object itself where both are the same JSON", () => {
    const before = { a: { b: 1 } };
    expect(sharing(before, { a: { b: 1 } })).toBe(before);
  });

  it("answers the same JSON as it was given, whatever came before, odd keys included", () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (before, now) => {
        expect(isDeepStrictEqual(sharing(before, now), now)).toBe(true);
      }),
    );
  });
});
