import type pg from "pg";
import { beforeAll } from "vitest";
import { becomeCaller, createUser } from "@/local/test-people";
import { businesses, type Found } from "./businesses";
import type { Bench } from "./setup-database";
import { install } from "./setup-install";

/** `ask` answers the rows; `become` makes the signed-in person its caller, `leave` the owner of the database again. */
type Act = Readonly<{
  ask: (sql: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;
  become: (person: string) => Promise<void>;
  leave: () => Promise<unknown>;
}>;

/** The projects that the caller sees, as its pages get them. */
export const projects = "select p from jsonb_array_elements(public.get_bootstrap() -> 'projects') p";

/**
 * The settings installed beside a business. The function that is answered does its work there in a transaction that is
 * rolled back; the stranger is in no project.
 */
export function beside(name: string, bench: () => Bench) {
  let pool: pg.Pool;
  let found: Found;
  let stranger: string;
  beforeAll(async () => {
    const business = businesses.find((each) => each.name === name);
    if (!business) throw new Error(`no business ${name}`);
    const database = await bench().create({ migrations: false, defaults: "open" });
    pool = database.pool;
    found = await business.build(pool);
    stranger = await createUser(pool);
    await install(database);
  });
  return async (work: (act: Act, found: Found, stranger: string) => Promise<void>): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const ask = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows;
      const become = (person: string) => becomeCaller(client, person, "authenticated");
      await work({ ask, become, leave: () => client.query("reset role") }, found, stranger);
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
}
