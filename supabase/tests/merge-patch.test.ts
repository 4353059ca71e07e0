import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import type { Json } from "@/lib/settings/json";
import { mergePatch } from "@/lib/settings/patch";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function mergeInSql(target: Json, patch: Json): Promise<Json> {
  const { rows } = await database.pool.query<{ merged: Json }>(
    "select private.merge_patch($1, $2) as merged",
    [JSON.stringify(target), JSON.stringify(patch)],
  );
  return rows[0]?.merged ?? null;
}

type Case = { target: Json; patch: Json; result: Json };

it("private.merge_patch obeys the appendix of RFC 7396", async () => {
  const file = new URL("../../lib/settings/rfc7396-cases.json", import.meta.url);
  const cases: Case[] = JSON.parse(await readFile(file, "utf8"));
  expect(cases.length).toBeGreaterThanOrEqual(15);
  for (const { target, patch, result } of cases) expect(await mergeInSql(target, patch)).toEqual(result);
});

it("private.merge_patch takes an absent document for an empty one", async () => {
  const { rows } = await database.pool.query("select private.merge_patch(null, $1) as merged", [
    { a: { b: 1, c: null } },
  ]);
  expect(rows).toEqual([{ merged: { a: { b: 1 } } }]);
});

/** What jsonb can hold: no zero byte, no lone surrogate, no minus zero. Few keys, so that target and patch meet. */
const json = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, 1, -2.5, "", "text", "עברית"),
    fc.array(tie("value"), { maxLength: 2 }),
    tie("object"),
  ),
  object: fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "constructor"), tie("value"), {
    maxKeys: 4,
  }),
}));

it("private.merge_patch does what mergePatch in TypeScript does", async () => {
  await fc.assert(
    fc.asyncProperty(json.value, json.value, async (target, patch) => {
      expect(await mergeInSql(target, patch)).toEqual(JSON.parse(JSON.stringify(mergePatch(target, patch))));
    }),
    { numRuns: 300, seed: 7396 },
  );
});
