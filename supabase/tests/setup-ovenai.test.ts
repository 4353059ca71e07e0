import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actAs } from "@/local/test-people";
import type { TestDatabase } from "@/local/test-database";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import type { PersonName } from "./ovenai/people";
import { otherwise } from "./ovenai/otherwise";
import { runProgram } from "./ovenai/program";
import { programs } from "./ovenai/programs";
import { everything, majorsOfThisRun, startBench, type Bench, type Everything } from "./setup-database";
import { install } from "./setup-install";
import { addedToTheirs, rowsOfTheirs, takenAway } from "./untouched";

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside an existing OvenAI, the setup script", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let pool: pg.Pool;
  let ovenai: Ovenai;
  let before: Everything;
  let after: Everything;
  let calledOut: number;
  const count = async (sql: string, values: unknown[] = []) =>
    Number((await pool.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]?.n);

  beforeAll(async () => {
    bench = await startBench(major);
    ({ database, ovenai } = await createOvenai(bench));
    pool = database.pool;
    before = await everything(database);
    calledOut = await count("backend_mirror.outbound_calls");
    await install(database);
    after = await everything(database);
  });
  afterAll(() => bench.close());

  it("takes nothing away from the catalogue but of the tables that become ours", () => {
    expect(takenAway(before, after)).toEqual([]);
  });

  it("adds nothing to tables of theirs but triggers of ours, which run after all of theirs", () => {
    const { triggers, other } = addedToTheirs(before, after);
    expect(other).toEqual([]);
    expect(triggers).toHaveLength(8);
  });

  it("changes no row of theirs and calls nobody", async () => {
    expect(rowsOfTheirs(before, after)).toEqual(rowsOfTheirs(before, before));
    expect(await count("backend_mirror.outbound_calls")).toBe(calledOut);
  });

  it("is not changed by a second run", async () => {
    await install(database);
    expect(await everything(database)).toEqual(after);
  });

  const projectsOf = (person: PersonName) =>
    actAs(pool, ovenai.people[person], "authenticated", async (client) => {
      const { rows } = await client.query<{ answer: { projects: { id: string; role: string }[] } }>(
        "select public.get_bootstrap() as answer",
      );
      return new Map(rows[0]?.answer.projects.map(({ id, role }) => [id, role]));
    });

  it.each([
    ["owner", "admin"],
    ["admin", "admin"],
    ["lowerAdmin", "admin"],
    ["member", "member"],
    ["lowerMember", "member"],
  ] as const)("opens to the %s of a client exactly its projects, as %s", async (person, role) => {
    const { rows } = await pool.query<{ id: string }>(
      `select p.id from public.projects p join public.client_members m on m.client_id = p.client_id
       where m.user_id = $1 and lower(m.role) in ('owner', 'admin', 'member')`,
      [ovenai.people[person]],
    );
    expect(await projectsOf(person)).toEqual(new Map(rows.map(({ id }) => [id, role])));
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(["staff", "system", "projectOnly", "untouched"] as const)("opens nothing to %s", async (person) => {
    expect(await projectsOf(person)).toEqual(new Map());
    const seen = await actAs(pool, ovenai.people[person], "authenticated", async (client) =>
      client.query("select from private.lead_facts union all select from private.lead_messages"),
    );
    expect(seen.rows).toEqual([]);
  });

  it("gives a notification that comes later what one of before got: category, priority and lead", async () => {
    const { rows } = await pool.query<{ same: boolean }>(
      `with later as (
         insert into public.notifications (user_id, title, message, type, metadata)
         select user_id, id::text, message, type, metadata from public.notifications where metadata <> '{}' returning *
       )
       select (b.category, b.priority) = (l.category, l.priority)
         and (b.lead_id = l.lead_id or b.action_url ~ '^/leads/' or b.lead_id is null and l.lead_id is null) as same
       from later l join public.notifications b on b.id::text = l.title`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ same }) => !same)).toEqual([]);
    await pool.query("delete from public.notifications where title ~ '^[0-9a-f-]{36}$'");
  });

  it.each(programs.filter(({ name }) => !(name in otherwise)))("leaves as it was: $name", async (program) => {
    expect(await runProgram(pool, ovenai, program)).toEqual(program.untouched);
  });

  it.each(Object.entries(otherwise).map(([name, { why, outcome }]) => ({ name, why, outcome })))(
    "changes what is met where $name: $why",
    async ({ name, outcome }) => {
      const program = programs.find((one) => one.name === name);
      expect(program && (await runProgram(pool, ovenai, program))).toEqual(outcome);
    },
  );
});
