import { readFileSync } from "node:fs";
import pg from "pg";
import type { TestDatabase } from "@/local/test-database";

export const setupScript = readFileSync(
  new URL("../../scripts/database/setup/create-comprehensive-user-settings-safe.sql", import.meta.url),
  "utf8",
);

export type Reported = Readonly<{ table: string; "what was done": string; "how many": string }>;

type Target = Pick<TestDatabase, "url">;

/** Pastes the script: one simple query, as the SQL editor sends it. Answers what the editor shows in the end. */
export const install = (database: Target): Promise<Reported[]> => send(database, [setupScript]);

/** Sends texts one after the other on one connection, which ends at the first error, as psql with ON_ERROR_STOP does. */
export async function send({ url }: Target, texts: readonly string[]): Promise<Reported[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let reported: Reported[] = [];
    for (const text of texts) {
      const answer: pg.QueryResult<Reported> | pg.QueryResult<Reported>[] = await client.query(text);
      reported = [answer].flat().findLast(({ rows }) => rows.length > 0)?.rows ?? reported;
    }
    return reported;
  } finally {
    await client.end();
  }
}

/** Comments, quoted texts and names: a semicolon in them ends nothing. */
const token =
  /--[^\n]*|\/\*[^]*?\*\/|(?<!\w)\$((?:[a-z_]\w*)?)\$[^]*?\$\1\$|'(?:''|[^'])*'|"(?:""|[^"])*"|;|[^]/gi;

/** The script's statements as psql sends them, each with its semicolon; joined they are the script again. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let statement = "";
  for (const [text] of script.matchAll(token)) {
    // psql would take it for a command of its own.
    if (text === "\\") throw new Error("a backslash outside quotes");
    statement += text;
    if (text !== ";") continue;
    statements.push(statement);
    statement = "";
  }
  if (statement.trim() !== "") throw new Error(`no statement: ${statement}`);
  return statements;
}
