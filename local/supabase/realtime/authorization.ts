import pg from "pg";
import type { Caller } from "./token";

export type Permission = "granted" | "denied" | "unknown";

export type Authorization = Readonly<{
  /** Whether the row policies on `realtime.messages` let the caller read this topic. */
  mayRead(caller: Caller, topic: string): Promise<Permission>;
  /** Whether the row policies on `realtime.messages` let the caller broadcast to this topic. */
  mayWrite(caller: Caller, topic: string): Promise<Permission>;
}>;

/** PostgreSQL's "insufficient privilege": a grant or a policy refused. */
const REFUSED = "42501";

/**
 * Asks the database, as the real server does: writes a probe row and reads it with the caller's role and claims, in a
 * transaction that is rolled back. `unknown` if the database does not answer.
 */
export function askDatabase(pool: pg.Pool): Authorization {
  return {
    mayRead: (caller, topic) =>
      probe(pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `insert into realtime.messages (topic, extension) values ($1, 'broadcast'), ($1, 'presence') returning id`,
          [topic],
        );
        await become(client, caller, topic);
        const ids = rows.map((row) => row.id);
        const seen = await client.query(
          `select from realtime.messages where id = any ($1::uuid[]) and extension = 'broadcast'`,
          [ids],
        );
        return seen.rowCount === 1;
      }),
    mayWrite: (caller, topic) =>
      probe(pool, async (client) => {
        await become(client, caller, topic);
        await client.query(`insert into realtime.messages (topic, extension) values ($1, 'broadcast')`, [
          topic,
        ]);
        return true;
      }),
  };
}

async function probe(pool: pg.Pool, ask: (client: pg.PoolClient) => Promise<boolean>): Promise<Permission> {
  const client = await pool.connect().catch(() => null);
  if (client === null) return "unknown";
  let lost = false;
  try {
    await client.query("begin");
    return (await ask(client)) ? "granted" : "denied";
  } catch (error) {
    const answered = error instanceof pg.DatabaseError && !error.code?.startsWith("57P");
    lost = !answered;
    return answered && error.code === REFUSED ? "denied" : "unknown";
  } finally {
    await client.query("rollback").catch(() => (lost = true));
    client.release(lost);
  }
}

async function become(client: pg.PoolClient, caller: Caller, topic: string): Promise<void> {
  const subject = typeof caller.claims.sub === "string" ? caller.claims.sub : "";
  await client.query(
    `select set_config('realtime.topic', $1, true), set_config('request.jwt.claims', $2, true),
            set_config('request.jwt.claim.sub', $3, true), set_config('request.jwt.claim.role', $4, true),
            set_config('request.headers', '{}', true), set_config('role', $4, true)`,
    [topic, JSON.stringify(caller.claims), subject, caller.role],
  );
}
