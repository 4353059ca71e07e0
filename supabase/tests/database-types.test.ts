import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { DATABASE_TYPES, renderDatabaseTypes } from "@/scripts/database-types";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("lib/supabase/database.types.ts is what the migrations give (npx tsx scripts/database-types.ts)", async () => {
  expect(await renderDatabaseTypes(database.url)).toBe(await readFile(DATABASE_TYPES, "utf8"));
});
