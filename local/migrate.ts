import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { refusal } from "./refusal";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../supabase/migrations", import.meta.url));
const VERSION = /^(\d+)_.+\.sql$/;

/**
 * Applies `supabase/migrations` with the Supabase CLI, as to a hosted project. The CLI takes seconds and is not run
 * when its history table has every migration.
 *
 * @param url connection string of `postgres`, naming the database
 * @returns how many migrations were applied
 */
export async function migrate(url: string): Promise<number> {
  const applied = await appliedVersions(url);
  const missing = (await migrationVersions()).filter((version) => !applied.has(version));
  if (missing.length > 0) await push(url);
  return missing.length;
}

/** Versions of all migration files, in the order of applying them. */
export async function migrationVersions(): Promise<string[]> {
  const files = await readdir(MIGRATIONS).catch(() => []);
  return files.flatMap((file) => VERSION.exec(file)?.[1] ?? []).sort();
}

async function appliedVersions(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      "select version from supabase_migrations.schema_migrations",
    );
    return new Set(rows.map((row) => row.version));
  } catch (error) {
    // Undefined table or schema: no migration has been applied yet.
    if (error instanceof pg.DatabaseError && (error.code === "42P01" || error.code === "3F000"))
      return new Set();
    throw error;
  } finally {
    await client.end();
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

/** The first lines of the CLI's output: it repeats the whole failed statement, which may have hundreds of lines. */
function firstLines(output: string): string {
  const lines = output.trim().split("\n");
  return lines.length > 20 ? [...lines.slice(0, 20), "[...]"].join("\n") : lines.join("\n");
}
