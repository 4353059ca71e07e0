import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { parseArray } from "./wire-arrays";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase({ migrations: false })));
afterAll(() => database.drop());

/** An array as PostgreSQL writes it, and as its to_json has it, which is what PostgREST gives. */
async function written(array: string, values: readonly unknown[] = []) {
  const { rows } = await database.pool.query(`select (${array})::text as text, to_json(${array}) as json`, [
    ...values,
  ]);
  return rows[0];
}
const itself = (text: string) => text;

it("arrays of any text are read as PostgreSQL's own JSON has them", async () => {
  const word = fc.oneof(
    fc.constantFrom(null, "", "NULL", "null", "{", "}", ",", '"', "\\", " ", "\n"),
    fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word), async (words) => {
      const { text, json } = await written("$1::text[]", [words]);
      expect(parseArray(text, itself)).toEqual(json);
      expect(json).toEqual(words);
    }),
    { numRuns: 100 },
  );
});

it.each([
  ["'{{1,2},{NULL,4}}'::int[]", Number],
  ["'[0:1]={7,8}'::int[]", Number],
  ["'{}'::int[]", Number],
  ["array['{a,b}', 'c']", itself],
])("%s", async (array, parse) => {
  const { text, json } = await written(array);
  expect(parseArray(text, parse)).toEqual(json);
});

it("boxes are divided by semicolons", () => {
  expect(parseArray("{(1,1),(0,0);(2,2),(1,1)}", itself, ";")).toEqual(["(1,1),(0,0)", "(2,2),(1,1)"]);
});
