import { readFileSync } from "node:fs";
import pg from "pg";
import type { TestDatabase } from "@/local/test-database";

export const setupScript = readFileSync(
  new URL("../../scripts/database/setup/create-comprehensive-user-settings-safe.sql", import.meta.url),
  "utf8",
);

export type Reported = Readonly<{ table: string; "what was done": string; "how many": string }>;

/** Pastes the script: one simple query, as the SQL editor sends it. Answers what the editor shows in the end. */
export async function install({ url }: Pick<TestDatabase, "url">): Promise<Reported[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer: unknown = await client.query(setupScript);
    const results: pg.QueryResult<Reported>[] = Array.isArray(answer) ? answer : [];
    return results.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
  } finally {
    await client.end();
  }
}
