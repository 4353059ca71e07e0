import { writeFile } from "node:fs/promises";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "./root";
import { withScratchDatabase } from "./scratch-database";
import { supabaseCli } from "./supabase-cli";

export const DATABASE_TYPES = path.join(root, "lib/supabase/database.types.ts");

/** The text of lib/supabase/database.types.ts for a migrated database: what the Supabase CLI says, formatted. */
export async function renderDatabaseTypes(url: string): Promise<string> {
  const { exitCode, stdout, stderr } = await supabaseCli([
    "gen",
    "types",
    `--remote=${url}`,
    "--schema",
    "public",
  ]);
  if (exitCode !== 0) throw new Error(`The Supabase CLI could not read the schema:\n${stderr.trim()}`);
  const config = await resolveConfig(DATABASE_TYPES);
  return format(`// Generated from the migrations by scripts/database-types.ts. Do not edit.\n${stdout}`, {
    ...config,
    filepath: DATABASE_TYPES,
  });
}

/** Run it after a change in supabase/migrations. */
export const writeDatabaseTypes = () =>
  withScratchDatabase(async ({ url }) => writeFile(DATABASE_TYPES, await renderDatabaseTypes(url)));

if (process.argv[1] === import.meta.filename) await writeDatabaseTypes();
