import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const suffix = "_generated.sql";

/**
 * Names the newest migration of the newest release, as `20261129009900`; absent before the first one. Whoever tags a
 * release writes it, because the databases of a release have applied its migrations, and none is applied twice.
 */
const RELEASED = "released";

/** A file to write. */
export type Migration = Readonly<{ file: string; text: string }>;

/**
 * Where generated SQL belongs: in the newest generated migration while no release holds that, else in a new one. A new
 * one's version is the last one plus 100: it sorts after all others and does not depend on the clock. Null where the
 * newest says just this.
 *
 * @param folder supabase/migrations; the mark of the release lies beside it
 */
export function plannedMigration(folder: string, sql: string): Migration | null {
  const newest = newestMigration(folder);
  if (newest && readFileSync(join(folder, newest), "utf8") === sql) return null;
  const file = newest && versionOf(newest) > released(folder) ? newest : `${nextVersion(folder)}${suffix}`;
  return { file: join(folder, file), text: sql };
}

export const newestMigration = (folder: string): string | undefined =>
  migrations(folder).findLast((file) => file.endsWith(suffix));

function released(folder: string): string {
  const mark = join(folder, "..", RELEASED);
  if (!existsSync(mark)) return "";
  const version = readFileSync(mark, "utf8").trim();
  if (!migrations(folder).some((file) => versionOf(file) === version))
    throw new Error(`supabase/${RELEASED} names no migration: "${version}"`);
  return version;
}

const versionOf = (file: string) => file.slice(0, 14);

const nextVersion = (folder: string) =>
  String(Number(versionOf(migrations(folder).at(-1) ?? "")) + 100).padStart(14, "0");

const migrations = (folder: string) =>
  readdirSync(folder)
    .filter((file) => /^\d{14}_.+\.sql$/.test(file))
    .sort();
