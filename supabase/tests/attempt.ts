import pg from "pg";
import { becomeCaller } from "@/local/test-people";
import type { Target } from "./access-target";
import { actors, type Actor, type World } from "./world";

/** done: the target row was reached. nothing: the statement ran and did not reach it. refused: SQLSTATE 42501. */
export type Outcome = "done" | "nothing" | "refused";
export type Verb = "select" | "insert" | "update" | "delete";
export const verbs = ["select", "insert", "update", "delete"] as const satisfies readonly Verb[];

export type Claim = Readonly<{ sentence: string; expected: Outcome; attempt: () => Promise<Outcome> }>;

/** What the matrix promises of one target: a claim for every verb and actor, and what holds beyond the grants. */
export function claimsOf(client: pg.ClientBase, world: World, target: Target): Claim[] {
  const ofVerbs = verbs.flatMap((verb) =>
    actors.map((actor) => ({
      sentence: `${actor} ${verb}s ${target.what}: ${expectedOutcome(target, verb, actor)}`,
      expected: expectedOutcome(target, verb, actor),
      attempt: () => tryVerb(client, world, target, verb, actor),
    })),
  );
  const beyond = (target.beyondGrants ?? []).map((escape) => ({
    sentence: `with ${escape.grant} granted, ${escape.by} may still not ${escape.what}`,
    expected: "refused" as const,
    attempt: () =>
      undone(client, async () => {
        await client.query(`grant ${escape.grant} on ${target.table} to authenticated`);
        await client.query(`alter table ${target.table} disable trigger user`);
        await become(client, world, escape.by);
        return reached(await rowsOf(client, escape.sql(world)));
      }),
  }));
  return [...ofVerbs, ...beyond];
}

export function expectedOutcome(target: Target, verb: Verb, actor: Actor): Outcome {
  const rule = target[verb];
  if (actor === "anon" || rule === "refused") return "refused";
  const allowed = "by" in rule ? rule.by : rule;
  if (allowed.includes(actor)) return "done";
  return verb === "insert" ? "refused" : "nothing";
}

/**
 * Updates and deletes are blind (no WHERE, no RETURNING): with either, PostgreSQL would also ask the select policy,
 * which would hide a hole in the policy of the verb. The owner of the tables then looks whether the row was reached.
 */
function tryVerb(client: pg.ClientBase, world: World, target: Target, verb: Verb, actor: Actor) {
  return undone(client, async () => {
    const before = await rowVersion(client, target, world);
    await become(client, world, actor);
    const outcome = reached(await rowsOf(client, statement(target, world, verb)));
    if (verb === "select" || verb === "insert" || outcome === "refused") return outcome;
    await client.query("reset role");
    return (await rowVersion(client, target, world)) === before ? "nothing" : "done";
  });
}

function statement(
  { table, where, insert, update, column = "id" }: Target,
  world: World,
  verb: Verb,
): string {
  if (verb === "select") return `select from ${table} where ${where(world)}`;
  if (verb === "delete") return `delete from ${table}`;
  if (verb === "insert")
    return `insert into ${table} ${insert === "refused" ? "default values" : insert.row(world)}`;
  return `update ${table} set ${update === "refused" ? `${column} = default` : update.set}`;
}

async function become(client: pg.ClientBase, world: World, actor: Actor): Promise<void> {
  if (actor === "anon") await becomeCaller(client, null, "anon");
  else await becomeCaller(client, world.people[actor], "authenticated");
}

/** Changes whenever the row is written, whatever was written; the row of a view when it shows something else. */
async function rowVersion(client: pg.ClientBase, { table, where }: Target, world: World): Promise<string> {
  const isView = (
    await client.query("select from pg_class where oid = $1::regclass and relkind = 'v'", [table])
  ).rowCount;
  const { rows } = await client.query<{ version: string }>(
    `select coalesce(string_agg(${isView ? "t::text" : "xmin::text"}, ','), 'none') as version
     from ${table} t where ${where(world)}`,
  );
  return rows[0]?.version ?? "";
}

const reached = (rows: number | "refused"): Outcome =>
  rows === "refused" ? rows : rows > 0 ? "done" : "nothing";

async function rowsOf(client: pg.ClientBase, sql: string): Promise<number | "refused"> {
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } catch (error) {
    // 55000: a view of several tables, which nobody can write.
    if (error instanceof pg.DatabaseError && (error.code === "42501" || error.code === "55000"))
      return "refused";
    throw error;
  }
}

/** Inside the caller's open transaction; afterwards nothing has happened. */
async function undone<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query("savepoint attempt");
  try {
    return await work();
  } finally {
    await client.query("rollback to savepoint attempt");
  }
}
