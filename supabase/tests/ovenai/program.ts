import pg from "pg";
import { becomeCaller, type ApiRole } from "@/local/test-people";
import type { Ovenai } from "./fill";
import type { PersonName } from "./people";

type Row = Readonly<Record<string, unknown>>;

/**
 * What a program met: the rows of its answer, the rows of its `after`, and how often the database called out; or the
 * code of its error. Ids are "id" and moments "time", since both differ from run to run.
 */
export type Outcome =
  Readonly<{ rows: readonly Row[]; after: readonly Row[]; outbound: number }> | Readonly<{ error: string }>;

/** A statement of the programs that use an existing OvenAI database. */
export type Program = Readonly<{
  /** The guarantee: what the program does and what it finds. */
  name: string;
  /** A person: with the claims of that person, as authenticated. */
  as: "postgres" | "service_role" | PersonName;
  sql: string;
  values?: (ovenai: Ovenai) => unknown[];
  /** Asked as postgres when the statement has run: what is stored now. */
  after?: string;
  /** The outcome where nothing of ours is installed. */
  untouched: Outcome;
}>;

/** Of most statements. */
export const answers = (
  rows: readonly Row[],
  { outbound = 0, after = [] }: { outbound?: number; after?: readonly Row[] } = {},
): Outcome => ({ rows, after, outbound });

/** Runs a program as its role, in a transaction that is rolled back. */
export async function runProgram(pool: pg.Pool, ovenai: Ovenai, program: Program): Promise<Outcome> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const before = await outboundCalls(client);
    if (program.as !== "postgres") await becomeCaller(client, ...callerOf(ovenai, program.as));
    const answer = await client.query<Row>(program.sql, program.values?.(ovenai) ?? []);
    await client.query("reset role");
    const outbound = (await outboundCalls(client)) - before;
    const after = program.after ? (await client.query<Row>(program.after)).rows : [];
    return { rows: answer.rows.map(comparable), after: after.map(comparable), outbound };
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code) return { error: error.code };
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const callerOf = ({ people }: Ovenai, as: Exclude<Program["as"], "postgres">): [string | null, ApiRole] =>
  as === "service_role" ? [null, as] : [people[as], "authenticated"];

async function outboundCalls(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from backend_mirror.outbound_calls",
  );
  return rows[0]?.n ?? 0;
}

const isId = (value: unknown) =>
  typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);

const comparable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Date ? "time" : isId(value) ? "id" : value,
    ]),
  );
