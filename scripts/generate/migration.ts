import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const suffix = "_settings_defaults.sql";

/**
 * An applied migration is never edited, so changed SQL goes into a new file. Its version is the last one plus 100:
 * it sorts after all others and does not depend on the clock. `replace` rewrites the newest file instead, for a
 * change that no database has seen yet.
 */
export function writeMigration(
  folder: string,
  sql: string,
  { replace }: { replace: boolean },
): string | null {
  const newest = newestMigration(folder);
  if (newest && readFileSync(newest, "utf8") === sql) return null;
  const file = newest && replace ? newest : join(folder, `${nextVersion(folder)}${suffix}`);
  writeFileSync(file, sql);
  return file;
}

export function newestMigration(folder: string): string | null {
  const name = migrations(folder)
    .filter((file) => file.endsWith(suffix))
    .at(-1);
  return name ? join(folder, name) : null;
}

function nextVersion(folder: string): string {
  const last = migrations(folder).at(-1)?.slice(0, 14) ?? "";
  return String(Number(last) + 100).padStart(14, "0");
}

const migrations = (folder: string) =>
  readdirSync(folder)
    .filter((file) => /^\d{14}_.+\.sql$/.test(file))
    .sort();
