import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { jsonObject } from "./arbitraries.test-support";
import { sameJson } from "./json";

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
