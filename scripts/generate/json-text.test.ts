import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "./json-text";

test("what is written to be read says what it was made of, long lists too", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  const words = Array.from({ length: 30 }, (_, index) => `word ${index}`);
  expect(JSON.parse(jsonText({ words }))).toEqual({ words });
});
