import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Migration as Planned } from "./migration";

/** Where people look for the script; its name is the design document's. */
export const SETUP_SCRIPT = "scripts/database/setup/create-comprehensive-user-settings-safe.sql";

/** Migrations whose tables a business may already have, with columns of its own that it keeps. */
const sharedConcern = "_business_";

type Migration = Readonly<{ name: string; sql: string; shared: boolean }>;
type Name = Readonly<{ kind: string; schema: string; name: string; shared: boolean }>;

const kinds: readonly (readonly [kind: string, declaration: RegExp])[] = [
  ["table", /^create (?:unlogged )?table (?:if not exists )?(public|private)\.(\w+)/gm],
  ["view", /^create (?:or replace )?view (public|private)\.(\w+)/gm],
  ["function", /^create (?:or replace )?function (public|private)\.(\w+)/gm],
  ["type", /^ *create type (public|private)\.(\w+)/gm],
];

/**
 * The script that installs everything into a database of any state: the steps of scripts/generate/setup around the
 * migrations, word for word. Parts are numbered; the migrations go before 60-run.sql. `planned` is a migration that is
 * about to be written.
 */
export function setupScript(
  migrationsFolder: string,
  partsFolder: string,
  planned: Planned | null = null,
): string {
  const migrations = readMigrations(migrationsFolder, planned);
  const names = declaredNames(migrations);
  const parts = sqlFiles(partsFolder).map((file) => readFileSync(join(partsFolder, file), "utf8").trim());
  const header = parts.shift() ?? "";
  const run = parts.pop() ?? "";
  return (
    [headerFor(header, names), ...parts, migrationsPart(migrations, names), run, ""].join("\n\n").trimEnd() +
    "\n"
  );
}

const sqlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();

function readMigrations(folder: string, planned: Planned | null): Migration[] {
  const texts = new Map(
    sqlFiles(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")] as const),
  );
  if (planned) texts.set(basename(planned.file), planned.text);
  return [...texts]
    .map(([name, sql]) => ({
      name,
      sql,
      shared: name.includes(sharedConcern),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** In the order in which the migrations make them, each once. */
function declaredNames(migrations: readonly Migration[]): Name[] {
  const found = migrations.flatMap(({ sql, shared }) =>
    kinds.flatMap(([kind, declaration]) =>
      [...sql.matchAll(declaration)].map(([, schema = "", name = ""]) => ({ kind, schema, name, shared })),
    ),
  );
  const seen = new Set<string>();
  return found.filter(({ kind, schema, name }) => {
    const key = `${kind} ${schema}.${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

function headerFor(header: string, names: readonly Name[]): string {
  const tables = names.filter(({ kind, schema }) => kind === "table" && schema === "public");
  const shared = tables.filter(({ name, shared }) => shared && name !== "clients" && name !== "projects");
  return header
    .replace("--@tables", tables.map(({ name }) => `--   ${name}`).join("\n"))
    .replace("--@shared", `--   ${shared.map(({ name }) => name).join(", ")}`);
}

function migrationsPart(migrations: readonly Migration[], names: readonly Name[]): string {
  const rows = names.map(
    ({ kind, schema, name, shared }, place) => `  ('${kind}', '${schema}', '${name}', ${shared}, ${place})`,
  );
  return [
    "-- ── 7. The migrations, word for word ────────────────────────────────────────────────────────────────────────────────",
    `insert into ovenai_setup.names (kind, schema, name, shared, place) values\n${rows.join(",\n")};`,
    ...migrations.map(
      ({ name, sql }) =>
        `insert into ovenai_setup.migrations (name, sql) values ('${name}', $migration$\n${unquotable(sql)}$migration$);`,
    ),
  ].join("\n\n");
}

function unquotable(sql: string): string {
  if (sql.includes("$migration$"))
    throw new Error("a migration may not contain $migration$: it is quoted so");
  return sql;
}
