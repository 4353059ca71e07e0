import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DefaultPrivileges } from "@/local/bootstrap";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { readCatalogue, type Catalogue } from "./catalogue";

const SNAPSHOT = fileURLToPath(new URL("./catalogue.json", import.meta.url));

/**
 * After a change that is meant: `UPDATE_CATALOGUE=1 npx vitest run --project platform supabase/tests/catalogue.test.ts`,
 * then read the diff as a reviewer of rights would.
 */
async function committed(found: Catalogue, defaults: DefaultPrivileges): Promise<unknown> {
  if (process.env.UPDATE_CATALOGUE === "1" && defaults === "closed")
    await writeFile(SNAPSHOT, await format(JSON.stringify(found), { parser: "json", printWidth: 110 }));
  return JSON.parse(await readFile(SNAPSHOT, "utf8"));
}

describe.each(["closed", "open"] as const)("where the platform's default privileges are %s", (defaults) => {
  let database: TestDatabase;
  let found: Catalogue;
  beforeAll(async () => {
    database = await createTestDatabase({ defaults });
    found = await readCatalogue(database.pool);
  });
  afterAll(() => database.drop());

  it("tables, columns, policies, grants and functions are those of the committed catalogue", async () => {
    expect(found).toEqual(await committed(found, defaults));
  });

  it("anon and public may do nothing at all", () => {
    const granted = [...found.grants, ...found.column_grants, ...found.function_grants, ...found.schemas];
    expect(granted.filter((line) => / to (anon|public)$/.test(line))).toEqual([]);
  });

  it("no definer function is exposed by the API", () => {
    expect(found.functions.filter((line) => line.startsWith("public.") && line.includes("definer"))).toEqual(
      [],
    );
  });

  it("every function has an empty search path", () => {
    expect(found.functions.filter((line) => !line.includes('search_path=\\"\\"'))).toEqual([]);
  });
});
