import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { asPostgres, bootstrap, type DefaultPrivileges } from "./bootstrap";
import { migrate } from "./migrate";
import type { MajorVersion } from "./postgres/binaries";

/** The variable with the address of the server of a version, which local/vitest-setup.ts has started. */
export const testServerVariable = (major: MajorVersion) => `TEST_POSTGRES_${major}_URL`;

export type TestDatabaseOptions = Readonly<{
  /** Default privileges on objects that migrations make; hosted projects of both kinds exist. */
  defaults?: DefaultPrivileges;
  /** `false`: without the product's migrations. */
  migrations?: boolean;
  /** The version of PostgreSQL: 17 unless the test holds on 15 too. */
  major?: MajorVersion;
}>;

export type TestDatabase = Readonly<{
  /**
   * Connection string of `postgres`, the role that runs migrations: owner of the tables, no superuser, exempt from row
   * policies.
   */
  url: string;
  /**
   * Connection string of the superuser, for the platform's own servers and for reading what `postgres` may not read.
   */
  adminUrl: string;
  name: string;
  /** Connects as `postgres`. */
  pool: pg.Pool;
  /** Ends the pool and removes the database, even if clients are still connected. */
  drop(): Promise<void>;
}>;

/**
 * Makes a database in some 100 ms: a copy of a template that is bootstrapped and migrated once per run. Drop it in
 * `afterAll`.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { defaults = "closed", migrations = true, major = "17" } = options;
  const server = testServerUrl(major);
  const template = await ensureTemplate(server, defaults, migrations);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${template} owner postgres`),
  );

  const adminUrl = databaseUrl(server, name);
  const url = asPostgres(adminUrl);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // `drop` cuts the connections of a forgotten client; without a listener its error would crash the test run.
  pool.on("error", () => undefined);
  const drop = async () => {
    await pool.end();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { url, adminUrl, name, pool, drop };
}

function testServerUrl(major: MajorVersion): string {
  const url = process.env[testServerVariable(major)];
  if (url) return url;
  throw new Error("createTestDatabase needs the vitest project `platform`, or startTestServer()");
}

/** Makes the template unless it exists; other processes wait for the lock and then find it. */
async function ensureTemplate(
  server: string,
  defaults: DefaultPrivileges,
  migrations: boolean,
): Promise<string> {
  const state = migrations ? await migrationsDigest() : "bare";
  const template = `template_${defaults}_${state}`;
  await onServer(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('template'))");
    const found = await client.query("select from pg_database where datname = $1", [template]);
    if (found.rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const url = databaseUrl(server, draft);
    await bootstrap(url, defaults);
    if (migrations) await migrate(asPostgres(url));
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

/** A hash of the migrations for the template's name, so that watch mode notices an edited migration. */
async function migrationsDigest(): Promise<string> {
  const folder = fileURLToPath(new URL("../supabase/migrations/", import.meta.url));
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".sql")).sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(folder + file));
  return hash.digest("hex").slice(0, 12);
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
