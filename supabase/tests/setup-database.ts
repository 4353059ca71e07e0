import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import { MAJOR_VERSIONS, type MajorVersion } from "@/local/postgres/binaries";
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from "@/local/test-database";
import { readCatalogue, type Catalogue } from "./catalogue";

export type Bench = Readonly<{
  create(options?: TestDatabaseOptions): Promise<TestDatabase>;
  close(): Promise<void>;
}>;

/** The script is set up on 17 in every test of it, on 15 in setup-script.test.ts alone; `npm run soak` runs all on both. */
export const majorsOfThisRun = process.env.EVERY_MAJOR ? MAJOR_VERSIONS : (["17"] as const);

/** Databases on the server of a major version. `close` drops them all. */
export async function startBench(major: MajorVersion): Promise<Bench> {
  const made: TestDatabase[] = [];
  return {
    create: async (options) => {
      const database = await createTestDatabase({ ...options, major });
      made.push(database);
      return database;
    },
    close: async () => {
      for (const database of made) await database.drop();
    },
  };
}

/** Lines of one catalogue that the other lacks, both ways. */
export function compare(found: Catalogue, wanted: Catalogue): { missing: string[]; surplus: string[] } {
  const foundLines = new Set(linesOf(found));
  const wantedLines = new Set(linesOf(wanted));
  return {
    missing: [...wantedLines].filter((line) => !foundLines.has(line)),
    surplus: [...foundLines].filter((line) => !wantedLines.has(line)),
  };
}

export const linesOf = (catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([kind, lines]) => lines.map((line) => `${kind}: ${line}`));

/** What the catalogue leaves out: the text of functions and views. */
export async function readCode(database: TestDatabase): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select f.oid::regprocedure || md5(pg_get_functiondef(f.oid)) as line from pg_proc f
     where f.pronamespace::regnamespace::text in ('public', 'private')
     union all
     select c.oid::regclass || md5(pg_get_viewdef(c.oid)) from pg_class c
     where c.relkind = 'v' and c.relnamespace::regnamespace::text in ('public', 'private')
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

export type Everything = Readonly<{
  catalogue: Catalogue;
  code: string[];
  rows: Readonly<{ name: string; rows: string[] | null }>[];
}>;

/** All that the database is: its catalogue, its code, and every row of every table that is not the platform's. */
export async function everything(database: TestDatabase): Promise<Everything> {
  const tables = await database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|realtime|supabase_migrations)' order by 1`,
  );
  const rows: Everything["rows"] = [];
  for (const { name } of tables.rows) {
    const sql = `select '${name}' as name, array_agg(to_jsonb(t)::text order by to_jsonb(t)::text) as rows from ${name} t`;
    rows.push(...(await database.pool.query(sql)).rows);
  }
  return { catalogue: await readCatalogue(database.pool), code: await readCode(database), rows };
}

/** Copies every row of the tables as JSON to where the script does not look, for questions afterwards. */
export async function remember(database: TestDatabase, tables: readonly string[]): Promise<void> {
  await database.pool.query(
    "create schema remembered; create table remembered.rows (of text, content jsonb)",
  );
  for (const table of tables)
    await database.pool.query(
      `insert into remembered.rows select 'public.${table}', to_jsonb(t) from public.${table} t`,
    );
}

type Row = Readonly<Record<string, unknown>>;
type Kept = Readonly<{ relation: string; content: Row; row_now: string | null }>;

/** Remembered values that are found neither in their row, whatever its id is now, nor in kept_by_setup. */
export async function lostValues(database: TestDatabase): Promise<string[]> {
  const ask = async <T extends pg.QueryResultRow>(sql: string) => (await database.pool.query<T>(sql)).rows;
  const remembered = await ask<{ of: string; content: Row }>("select of, content from remembered.rows");
  const kept = new Map(
    (await ask<Kept>("select relation, content, row_now from kept_by_setup.rows")).map((row) => [
      `${row.relation} ${row.content.id}`,
      row,
    ]),
  );
  const now = new Map<string, Row>();
  for (const table of new Set(remembered.map(({ of }) => of)))
    for (const { row } of await ask<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`))
      now.set(`${table} ${row.id}`, row);

  return remembered.flatMap(({ of, content }) => {
    const aside = kept.get(`${of} ${content.id}`);
    const row = now.get(`${of} ${aside?.row_now ?? content.id}`);
    const isThere = (key: string, value: unknown) =>
      value === null ||
      isDeepStrictEqual(row?.[key], value) ||
      isDeepStrictEqual(aside?.content[key], value) ||
      // The same moment, now with its zone.
      row?.[key] === `${value}+00:00`;
    return Object.entries(content).flatMap(([key, value]) =>
      isThere(key, value) ? [] : [`${of} ${content.id} ${key}: ${JSON.stringify(value)}`],
    );
  });
}
