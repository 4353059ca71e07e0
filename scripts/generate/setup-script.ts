import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Migration as Planned } from "./migration";
import { setupWords } from "./setup-words";

/** Where people look for the script; its name is the design document's. */
export const SETUP_SCRIPT = "scripts/database/setup/create-comprehensive-user-settings-safe.sql";

/**
 * Where a migration runs: `all` everywhere; `own` where tables of the business are ours, `ties` where all of them are;
 * `beside` where some are not, `judged` where the leads are not; `ovenai` beside an existing OvenAI, `found` beside
 * another business; `rules`, by which rows of other programs are read, before all others, to stay beside an existing OvenAI.
 */
type Ground = "all" | "own" | "ties" | (typeof besides)[number];
/** Folders of the parts that hold migrations of a ground each. */
const besides = ["beside", "judged", "ovenai", "found", "rules"] as const;
type Migration = Readonly<{ name: string; sql: string; ground: Ground }>;
export type Name = Readonly<{ kind: string; schema: string; name: string; ground: Ground }>;

const kinds: readonly (readonly [kind: string, declaration: RegExp])[] = [
  ["table", /^create (?:unlogged )?table (?:if not exists )?(public|private)\.(\w+)/gm],
  ["view", /^create (?:or replace )?view (public|private)\.(\w+)/gm],
  ["function", /^ *create (?:or replace )?function (public|private)\.(\w+)/gm],
  ["type", /^ *create type (public|private)\.(\w+)/gm],
];

/**
 * The script that installs everything into a database of any state: the steps of scripts/generate/setup around the
 * migrations, word for word but for remarks between statements. Parts are numbered; the migrations go before 60-run.sql. `planned` is a migration that is
 * about to be written.
 */
export function setupScript(
  migrationsFolder: string,
  partsFolder: string,
  planned: Planned | null = null,
): string {
  const migrations = migrationsOf(migrationsFolder, partsFolder, planned);
  const names = declaredNames(migrations);
  const parts = sqlFiles(partsFolder).map((file) => readFileSync(join(partsFolder, file), "utf8").trim());
  const header = parts.shift() ?? "";
  const run = parts.pop() ?? "";
  return (
    [headerFor(header, names), ...parts, migrationsPart(migrations, names), run, ""].join("\n\n").trimEnd() +
    "\n"
  );
}

const migrationsOf = (migrationsFolder: string, partsFolder: string, planned: Planned | null) =>
  [
    ...readMigrations(migrationsFolder, planned),
    ...besides.flatMap((ground) => readMigrations(join(partsFolder, ground), null, ground)),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));

/** All that the script makes, the newest first. */
export const madeByScript = (migrationsFolder: string, partsFolder: string, planned: Planned | null) =>
  declaredNames(migrationsOf(migrationsFolder, partsFolder, planned)).reverse();

const sqlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();

function readMigrations(folder: string, planned: Planned | null, ground?: Ground): Migration[] {
  const texts = new Map(
    sqlFiles(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")] as const),
  );
  if (planned) texts.set(basename(planned.file), planned.text);
  return [...texts].map(([name, sql]) => ({
    name,
    sql: sql.replace("--@words", setupWords),
    ground: ground ?? groundOf(name),
  }));
}

const groundOf = (name: string): Ground =>
  name.includes("_business_ties") ? "ties" : name.includes("_business_") ? "own" : "all";

/** In the order in which the migrations make them, each once for every ground it is made on. */
function declaredNames(migrations: readonly Migration[]): Name[] {
  const found = migrations.flatMap(({ sql, ground }) =>
    kinds.flatMap(([kind, declaration]) =>
      [...sql.matchAll(declaration)].map(([, schema = "", name = ""]) => ({ kind, schema, name, ground })),
    ),
  );
  const seen = new Set<string>();
  return found.filter(({ kind, schema, name, ground }) => {
    const key = `${kind} ${schema}.${name} ${ground}`;
    return !seen.has(key) && seen.add(key);
  });
}

function headerFor(header: string, names: readonly Name[]): string {
  const tables = names.filter(({ kind, schema }) => kind === "table" && schema === "public");
  const business = tables.filter(({ ground }) => ground === "own");
  return header
    .replace("--@tables", tables.map(({ name }) => `--   ${name}`).join("\n"))
    .replace("--@business", `--     ${business.map(({ name }) => name).join(", ")}`);
}

function migrationsPart(migrations: readonly Migration[], names: readonly Name[]): string {
  const rows = names.map(
    ({ kind, schema, name, ground }, index) => `  ('${kind}', '${schema}', '${name}', '${ground}', ${index})`,
  );
  return [
    "-- ── 7. The migrations, statement by statement ───────────────────────────────────────────────────────────────────────",
    `insert into ovenai_setup.names (kind, schema, name, ground, place) values\n${rows.join(",\n")};`,
    ...migrations.map(
      ({ name, sql, ground }) =>
        `insert into ovenai_setup.migrations (name, ground, sql) values ('${name}', '${ground}', $migration$\n${unquotable(withoutRemarks(sql))}$migration$);`,
    ),
  ].join("\n\n");
}

/** Without the remarks between statements, a tenth of the whole: the editor that the script is pasted into takes so much. */
const withoutRemarks = (sql: string): string => sql.replaceAll(/^--.*\n/gm, "");

function unquotable(sql: string): string {
  if (sql.includes("$migration$"))
    throw new Error("a migration may not contain $migration$: it is quoted so");
  return sql;
}
