import { randomUUID } from "node:crypto";
import type pg from "pg";

export type ApiRole = "anon" | "authenticated" | "service_role";

/**
 * Runs `work` as the API would for this caller, under row policies and grants, in a transaction that is rolled back, so
 * that no test sees another's rows. `userId` null with role `authenticated` is a token without a subject.
 */
export async function actAs<T>(
  pool: pg.Pool,
  userId: string | null,
  role: ApiRole,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await becomeCaller(client, userId, role);
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Sets role and token claims until the end of the open transaction, for tests with their own transaction. */
export async function becomeCaller(
  client: pg.ClientBase,
  userId: string | null,
  role: ApiRole,
): Promise<void> {
  const claims = JSON.stringify({ role, ...(userId === null ? {} : { sub: userId }) });
  await client.query(
    `select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
            set_config('request.jwt.claim.role', $3, true), set_config('role', $3, true)`,
    [claims, userId ?? "", role],
  );
}

/** Makes an account by SQL, without a password: enough for row policies and foreign keys. Returns its id. */
export async function createUser(
  db: pg.Pool | pg.ClientBase,
  email = `${randomUUID()}@test.local`,
): Promise<string> {
  const id = randomUUID();
  await db.query("insert into auth.users (id, email, email_confirmed_at) values ($1, $2, now())", [
    id,
    email,
  ]);
  return id;
}
