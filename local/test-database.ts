import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { asPostgres, bootstrap, type DefaultPrivileges } from "./bootstrap";
import { migrate } from "./migrate";
import type { MajorVersion } from "./postgres/binaries";

/** Where `createTestDatabase` finds the server of a version that local/vitest-setup.ts has started. */
export const testServerVariable = (major: MajorVersion) => `TEST_POSTGRES_${major}_URL`;

export type TestDatabaseOptions = Readonly<{
  /** What objects made by migrations are granted without being asked; both kinds of hosted project exist. */
  defaults?: DefaultPrivileges;
  /** `false` for a database as the platform brings it, without the product's migrations. */
  migrations?: boolean;
  /** The version of PostgreSQL: 17 unless the test holds on 15 too. */
  major?: MajorVersion;
}>;

export type TestDatabase = Readonly<{
  /** As `postgres`, the role that migrations run as: owner of the tables, no superuser, not held by row policies. */
  url: string;
  /** As the superuser: for the platform's own servers, and for reading what `postgres` may not. */
  adminUrl: string;
  name: string;
  /** Connects as `postgres`. */
  pool: pg.Pool;
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}>;

/**
 * A database of one's own in some 100 ms: a copy of a template that has been bootstrapped and migrated once for the
 * whole run. Drop it in `afterAll`.
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
  // `drop` cuts the connections of a forgotten client; that is not worth crashing the test run.
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
  throw new Error("createTestDatabase runs in the vitest project `platform`, or under startTestServer()");
}

/** The first to need a template makes it; others, in other processes, wait for the lock and find it made. */
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

/** Names the template after what went into it, so that watch mode notices an edited migration. */
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
