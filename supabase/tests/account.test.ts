import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { becomeCaller, createUser } from "@/local/test-people";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  await pool.query("truncate public.clients cascade");
  await pool.query("delete from auth.users");
  world = await createWorld(pool);
});

type Session = { id?: string; method?: string; ageSeconds?: number };

/** Asks as a person whose token has this session and says so by what it began. Committed. */
async function as<T>(
  person: string,
  { id, method = "password", ageSeconds = 0 }: Session,
  sql: string,
  values: unknown[] = [],
) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await becomeCaller(client, person, "authenticated");
    const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
    const claims = { sub: person, role: "authenticated", session_id: id, amr: [{ method, timestamp }] };
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    const { rows } = await client.query<{ answer: T }>(sql, values);
    await client.query("commit");
    return rows[0]?.answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function beginSession(person: string, userAgent: string | null = null): Promise<string> {
  const id = randomUUID();
  await pool.query(
    "insert into auth.sessions (id, user_id, user_agent, refreshed_at) values ($1, $2, $3, now())",
    [id, person, userAgent],
  );
  return id;
}

type SignIn = { id: string; user_agent: string | null; this: boolean };
const signIns = (person: string, id: string) =>
  as<SignIn[]>(person, { id }, "select public.get_account() -> 'sign_ins' as answer");

describe("the devices of a person", () => {
  it("are their own alone, this one first", async () => {
    const { owner, member } = world.people;
    const [here, there] = [await beginSession(owner, "here"), await beginSession(owner, "there")];
    await beginSession(member);
    expect(
      (await signIns(owner, here))?.map(({ id, user_agent, this: isThis }) => [id, user_agent, isThis]),
    ).toEqual([
      [here, "here", true],
      [there, "there", false],
    ]);
  });

  it("are signed out one by one or all but this, and never those of others", async () => {
    const { owner, member } = world.people;
    const [here, one, two, foreign] = await Promise.all(
      [owner, owner, owner, member].map((person) => beginSession(person)),
    );
    const end = (signIn: string | null) =>
      as<number>(owner, { id: here ?? "" }, "select public.end_sign_ins($1) as answer", [signIn]);
    expect(await end(foreign ?? null)).toBe(0);
    expect(await end(here ?? null)).toBe(0);
    expect(await end(one ?? null)).toBe(1);
    expect(await end(null)).toBe(1);
    const { rows } = await pool.query("select id from auth.sessions where id = any ($1) order by id", [
      [here, one, two, foreign],
    ]);
    expect(rows.map(({ id }) => id)).toEqual([here, foreign].sort());
  });
});

const remove = (person: string, session: Session = {}) =>
  as(person, session, "select public.delete_account() as answer");

it("whose sign-in was ended elsewhere is told so at the next page, however long the token lives", async () => {
  const { owner } = world.people;
  const [here, there] = [await beginSession(owner), await beginSession(owner)];
  await signIns(owner, there);
  await as(owner, { id: here }, "select public.end_sign_ins() as answer");
  await expect(signIns(owner, there)).rejects.toMatchObject({ code: "PT401" });
  await expect(as(owner, { id: there }, "select public.get_bootstrap() as answer")).rejects.toMatchObject({
    code: "PT401",
  });
});

describe("an account", () => {
  it("goes with everything of it, and leaves what others need without a name", async () => {
    const { owner, member } = world.people;
    await pool.query(
      "insert into public.lead_events (lead_id, project_id, kind, actor) values ($1, $2, 'heat', $3)",
      [world.leadId, world.projectId, member],
    );
    await remove(member);
    const { rows: where } = await pool.query<{ place: string; found: boolean }>(
      `select format('%I.%I.%I', c.table_schema, c.table_name, c.column_name) as place,
         (xpath('/row/found/text()', query_to_xml(format('select exists (select from %I.%I where %I = %L) as found',
           c.table_schema, c.table_name, c.column_name, $1::text), false, true, '')))[1]::text::boolean as found
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.data_type = 'uuid' and c.table_schema in ('public', 'private', 'auth') and t.table_type = 'BASE TABLE'`,
      [member],
    );
    expect(where.filter(({ found }) => found).map(({ place }) => place)).toEqual([
      "private.erasures.user_id",
    ]);
    const { rows } = await pool.query(
      "select actor from public.lead_events where kind = 'heat' and lead_id = $1",
      [world.leadId],
    );
    expect(rows).toContainEqual({ actor: null });
    const { rowCount } = await pool.query("select from auth.users where id = $1", [owner]);
    expect(rowCount).toBe(1);
  });

  it.each<[string, Session]>([
    ["began eleven minutes ago", { ageSeconds: 660 }],
    ["began by something that proves nothing", { method: "anonymous" }],
  ])("does not go for a session that %s", async (_, session) => {
    const { member } = world.people;
    await expect(remove(member, session)).rejects.toMatchObject({ code: "PT403", detail: "password" });
    expect((await pool.query("select from auth.users where id = $1", [member])).rowCount).toBe(1);
  });

  it("that alone leads a client is told who will, and hands it over", async () => {
    const { owner, member } = world.people;
    await pool.query("update public.client_members set role = 'member' where user_id <> $1", [owner]);
    await pool.query("update public.project_members set role = 'member' where user_id = $1", [
      world.people.exMember,
    ]);
    await pool.query('update auth.users set raw_user_meta_data = \'{"name": "Mika"}\' where id = $1', [
      member,
    ]);
    await pool.query(
      "update public.client_members set created_at = now() - interval '1 year' where user_id = $1",
      [member],
    );
    expect(await as(owner, {}, "select public.get_account() -> 'departure' as answer")).toEqual([
      { client: "Acme", heir: "Mika", blocked: false },
    ]);
    await remove(owner);
    const { rows } = await pool.query(
      `select (select role from public.client_members where client_id = $1 and user_id = $3) as client,
         exists (select from public.project_members where project_id = $2 and role = 'admin') as project`,
      [world.clientId, world.projectId, member],
    );
    expect(rows).toEqual([{ client: "owner", project: true }]);
  });

  it("that nobody shares a client with takes the client along, and no other", async () => {
    const alone = await createUser(pool);
    const made = await as<{ client_id: string }>(
      alone,
      {},
      "select public.create_workspace('Alone', 'Leads') as answer",
    );
    expect(await as(alone, {}, "select public.get_account() -> 'departure' as answer")).toEqual([
      { client: "Alone", heir: null, blocked: false },
    ]);
    await remove(alone);
    const { rows } = await pool.query("select id from public.clients where id = any ($1)", [
      [made?.client_id, world.clientId],
    ]);
    expect(rows).toEqual([{ id: world.clientId }]);
  });

  it("that another table keeps from going stays whole, with the reason", async () => {
    const { member } = world.people;
    await pool.query("create table public.somebody_elses (owner uuid references auth.users (id))");
    await pool.query("insert into public.somebody_elses values ($1)", [member]);
    const before = await pool.query("select count(*) from public.notifications where user_id = $1", [member]);
    await expect(remove(member)).rejects.toMatchObject({ code: "PT409", detail: "records" });
    const after = await pool.query("select count(*) from public.notifications where user_id = $1", [member]);
    expect(after.rows).toEqual(before.rows);
    await pool.query("drop table public.somebody_elses");
  });
});
