import { readFile } from "node:fs/promises";
import { getAuthSchemaSql } from "@supabase/lite";
import pg from "pg";

/**
 * Default privileges on objects that migrations make. Newer hosted projects grant nothing (`closed`), older ones grant
 * everything in public to every API role (`open`; here in all schemas, so that tests cover private, too). The product's
 * grants must be the same on both.
 */
export type DefaultPrivileges = "closed" | "open";

const OPEN_DEFAULTS = ["tables", "functions", "sequences"]
  .map(
    (kind) =>
      `alter default privileges for role postgres
         grant all on ${kind} to postgres, anon, authenticated, service_role;`,
  )
  .join("\n");

/**
 * Makes an empty database look like a new hosted project. Repeatable: an existing database keeps its data. Do not run
 * it on two databases of one server at once, because roles belong to the server.
 *
 * @param url connection string of a superuser, naming the database
 */
export async function bootstrap(url: string, defaults: DefaultPrivileges = "closed"): Promise<void> {
  const sql = await readFile(new URL("./bootstrap.sql", import.meta.url), "utf8");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local client_min_messages = error");
    await client.query(getAuthSchemaSql());
    await client.query(sql);
    if (defaults === "open") await client.query(OPEN_DEFAULTS);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** The connection string with `postgres`, the role that runs migrations, instead of the superuser. */
export function asPostgres(url: string): string {
  const address = new URL(url);
  if (address.username === "supabase_admin") address.username = "postgres";
  return address.href;
}
