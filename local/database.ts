import pg from "pg";
import { type PostgresOptions, startPostgres } from "./postgres/server";
import { refusal } from "./refusal";

export type Database = Readonly<{
  /** Connection string of a superuser. */
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}>;

/** The embedded PostgreSQL, or the server that `DATABASE_URL` names, which is never started or stopped. */
export async function startDatabase(
  options: PostgresOptions,
  ownServer = process.env.DATABASE_URL,
): Promise<Database> {
  if (!ownServer) return startPostgres(options);
  await assertUsable(ownServer);
  const notOurs = async () => {
    throw refusal("The platform does not start or stop the database at DATABASE_URL.");
  };
  return { url: ownServer, start: notOurs, stop: async () => undefined };
}

async function assertUsable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ superuser: boolean; version: number }>(
      "select usesuper as superuser, current_setting('server_version_num')::int as version from pg_user where usename = current_user",
    );
    if ((rows[0]?.version ?? 0) < 150000) throw refusal("DATABASE_URL must name a PostgreSQL 15 or newer.");
    if (!rows[0]?.superuser) {
      throw refusal(
        "The account in DATABASE_URL must be a superuser: roles and schemas are made in its database.",
      );
    }
  } catch (error) {
    if (error instanceof Error && error.name === "Refusal") throw error;
    throw refusal(
      `The database at DATABASE_URL does not answer: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
