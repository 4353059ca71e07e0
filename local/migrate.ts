import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { refusal } from "./refusal";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../supabase/migrations", import.meta.url));
const VERSION = /^(\d+)_.+\.sql$/;

/**
 * Applies `supabase/migrations` with the Supabase CLI, as it is done to a hosted project. The CLI takes seconds, so it
 * is not asked when its own history says that nothing is missing. A generated migration is rewritten until a release
 * holds it: where its text is not the one that ran, it runs again.
 *
 * @param url connection string of `postgres`, naming the database
 * @returns how many migrations were applied
 */
export async function migrate(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const applied = await appliedMigrations(client);
    const rewritten: string[] = [];
    for (const file of await migrationFiles())
      if (file.endsWith("_generated.sql") && (await isRewritten(file, applied.get(versionOf(file)))))
        rewritten.push(versionOf(file));
    for (const version of rewritten) {
      await client.query("delete from supabase_migrations.schema_migrations where version = $1", [version]);
      applied.delete(version);
    }
    const missing = (await migrationVersions()).filter((version) => !applied.has(version));
    if (missing.length > 0) await push(url);
    return missing.length;
  } finally {
    await client.end();
  }
}

/** Versions in the order in which they are applied. */
export const migrationVersions = async () => (await migrationFiles()).map(versionOf);

const versionOf = (file: string) => VERSION.exec(file)?.[1] ?? "";

const migrationFiles = async () =>
  (await readdir(MIGRATIONS).catch(() => [])).filter((file) => VERSION.test(file)).sort();

/** The CLI keeps a file's statements one by one, without the semicolons and blank lines between them. */
const squeezed = (sql: string) => sql.replaceAll(/[\s;]/g, "");

async function isRewritten(file: string, ran: string | undefined): Promise<boolean> {
  return ran !== undefined && squeezed(ran) !== squeezed(await readFile(path.join(MIGRATIONS, file), "utf8"));
}

/** What ran, by version. */
async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  try {
    const { rows } = await client.query<{ version: string; sql: string }>(
      "select version, array_to_string(statements, ';') as sql from supabase_migrations.schema_migrations",
    );
    return new Map(rows.map(({ version, sql }) => [version, sql]));
  } catch (error) {
    // Undefined table or schema: no migration has been applied yet.
    if (error instanceof pg.DatabaseError && (error.code === "42P01" || error.code === "3F000"))
      return new Map();
    throw error;
  }
}

async function push(url: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("supabase/dist/supabase.js");
  const args = [cli, "db", "push", `--remote=${url}`, "--include-all", "--yes", "--workdir", ROOT];
  // The embedded server has no TLS.
  const env = {
    ...process.env,
    PGSSLMODE: "disable",
    SUPABASE_TELEMETRY_DISABLED: "1",
    SUPABASE_NO_UPDATE_NOTIFIER: "1",
  };
  try {
    await run(process.execPath, args, { env, cwd: ROOT, maxBuffer: 16_000_000 });
  } catch (cause) {
    const output = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
    throw refusal(`The migrations could not be applied:\n${firstLines(output)}`);
  }
}

/**
 * The first lines of the CLI's output from the migration that failed on: it names each one that it applied, and repeats
 * the whole failed statement, which may have hundreds of lines.
 */
function firstLines(output: string): string {
  const all = output.trim().split("\n");
  const lines = all.slice(
    Math.max(
      all.findLastIndex((line) => line.startsWith("Applying migration")),
      0,
    ),
  );
  return lines.length > 20 ? [...lines.slice(0, 20), "[...]"].join("\n") : lines.join("\n");
}
