import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { becomeCaller } from "@/local/test-people";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import type { PersonName } from "./ovenai/people";
import { startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

let bench: Bench;
let pool: pg.Pool;
let ovenai: Ovenai;
let client: pg.PoolClient;
let leadId: string;
beforeAll(async () => {
  bench = await startBench("17");
  const made = await createOvenai(bench);
  ({ ovenai } = made);
  pool = made.database.pool;
  await install(made.database);
});
afterAll(() => bench.close());

/** Each test in a transaction that is rolled back, with a cold lead of a project that the member sees. */
beforeEach(async () => {
  client = await pool.connect();
  await client.query("begin");
  const { rows } = await client.query<{ id: string }>(
    `insert into public.leads (first_name, status, processing_state, client_id, current_project_id)
     select 'Dana', 'cold', 'pending', p.client_id, p.id from public.projects p where p.id = $1 returning id`,
    [ovenai.projects.active],
  );
  leadId = rows[0]?.id ?? "";
  // That the lead is there was told long ago.
  await client.query("update public.notifications set occurred_at = now() - interval '1 hour'");
});
afterEach(async () => {
  await client.query("rollback");
  client.release();
});

const ask = async (sql: string, values: unknown[] = [leadId]) => (await client.query(sql, values)).rows;
const as = async (person: PersonName, sql: string, values: unknown[] = [leadId]) => {
  await becomeCaller(client, ovenai.people[person], "authenticated");
  const rows = await ask(sql, values);
  await client.query("reset role");
  return rows;
};
const setStatus = (status: string) =>
  ask("update public.leads set status = $2 where id = $1", [leadId, status]);
const told = async (person?: PersonName) =>
  (
    await ask(
      `select params ->> 'to' as heat from public.notifications
       where lead_id = $1 and user_id = $2 and collapsed_at is null and params ->> 'kind' in ('lead.heat', 'heat.milestone')
       order by seq`,
      [leadId, person ? ovenai.people[person] : ovenai.people.member],
    )
  ).map(({ heat }) => heat);
const facts = async () => (await ask("select heat, status from private.lead_facts where id = $1"))[0];
const outbound = async () =>
  (await ask("select count(*)::int as n from backend_mirror.outbound_calls", []))[0]?.n;

describe("a change of a lead in OvenAI's own table", () => {
  it("is told to everybody whose membership of the client opens the project, and written down", async () => {
    await setStatus("hot");
    expect(await facts()).toEqual({ heat: "hot", status: "open" });
    expect(await told()).toEqual(["hot"]);
    const heard = await ask("select distinct user_id from public.notifications where lead_id = $1");
    const members = await ask("select user_id from private.tenant_members where project_id = $1", [
      ovenai.projects.active,
    ]);
    expect(heard.map(({ user_id }) => user_id).sort()).toEqual(members.map(({ user_id }) => user_id).sort());
    expect(
      await ask("select kind, before, after from private.lead_events where lead_id = $1 order by id"),
    ).toEqual([
      { kind: "created", before: null, after: null },
      { kind: "heat", before: "cold", after: "hot" },
    ]);
  });

  it("that returns within a minute is told once: their syncs echo", async () => {
    await setStatus("hot");
    await setStatus("cold");
    await setStatus("hot");
    expect(await told()).toEqual(["hot"]);
  });

  it("that returns later is told again", async () => {
    await setStatus("hot");
    await ask("update private.lead_events set at = at - interval '11 minutes' where lead_id = $1");
    await ask(
      "update public.notifications set occurred_at = occurred_at - interval '11 minutes' where lead_id = $1",
    );
    await setStatus("cold");
    expect(await told()).toEqual(["hot", "cold"]);
  });

  it("goes through where ours fails, and the fault is written down", async () => {
    await client.query("drop table private.lead_events cascade");
    await setStatus("hot");
    expect(await ask("select status from public.leads where id = $1")).toEqual([{ status: "hot" }]);
    expect(await ask("select about, code from private.faults", [])).toEqual([
      { about: "leads", code: "42P01" },
    ]);
  });

  it("says nothing of what OvenAI writes beside heat and BANT", async () => {
    await ask("update public.leads set last_name = 'Levi', follow_up_count = 3 where id = $1");
    expect(await told()).toEqual([]);
    expect(await ask("select kind from private.lead_events where lead_id = $1")).toEqual([
      { kind: "created" },
    ]);
  });

  it("takes what we keep of it along when the lead is removed", async () => {
    await setStatus("hot");
    await as("member", 'select public.judge_lead($1, \'{"status": "won"}\')');
    const lines = (of: string, id: string) =>
      `insert into public.lead_notes (id, project_id, lead_id, body) select gen_random_uuid(), project_id, ${id}, '${of}' from of`;
    await ask(
      `with of as (select l.id, l.project_id from private.lead_facts l where l.id = $1), gone as (${lines("gone", "of.id")}),
       stays as (${lines("stays", "gen_random_uuid()")}),
       stop as (insert into public.lead_mail_stops (lead_id, project_id) select id, project_id from of)
       insert into public.lead_mails (id, project_id, lead_id, subject, body) select gen_random_uuid(), project_id, id, 'Hi', 'Hi' from of`,
    );
    await ask("delete from public.leads where id = $1");
    expect(await ask("select body from public.lead_notes", [])).toEqual([{ body: "stays" }]);
    expect(
      await ask("select from public.lead_mails union all select from public.lead_mail_stops", []),
    ).toEqual([]);
    const left = `select (select count(*)::int from public.notifications where lead_id = $1) as notifications,
      (select count(*)::int from private.lead_judgements where lead_id = $1) as judgements,
      (select count(*)::int from private.lead_events where lead_id = $1) as events`;
    expect(await ask(left)).toEqual([{ notifications: 0, judgements: 0, events: 0 }]);
  });
});

describe("a judgement on our pages", () => {
  it("wins over what OvenAI says, is told, and neither writes to its table nor calls anybody", async () => {
    const [row] = await ask("select to_jsonb(l) as lead from public.leads l where id = $1");
    const called = await outbound();
    const judged = await as(
      "member",
      'select public.judge_lead($1, \'{"heat": "burning", "bant_need": true}\') as judged',
    );
    expect(judged[0]?.judged).toMatchObject({ heat: "burning", status: "open", bant_need: true });
    expect(await told("owner")).toEqual(["burning"]);
    expect(await told("member")).toEqual([]);
    expect(await ask("select to_jsonb(l) as lead from public.leads l where id = $1")).toEqual([row]);
    expect(await outbound()).toBe(called);
    await setStatus("hot");
    expect(await facts()).toMatchObject({ heat: "burning" });
    expect(await told("owner")).toEqual(["burning"]);
  });

  it.each(["staff", "projectOnly", "outsider"] as const)(
    "is refused to %s, who may not see the lead",
    async (person) => {
      await client.query("savepoint judged");
      await expect(as(person, 'select public.judge_lead($1, \'{"heat": "hot"}\')')).rejects.toMatchObject({
        code: "PT404",
      });
      await client.query("rollback to judged");
      expect(await facts()).toMatchObject({ heat: "cold" });
    },
  );
});

describe("create_workspace", () => {
  it("makes a client, its project and the membership, as OvenAI's own triggers ask for", async () => {
    const [made] = await as("untouched", "select public.create_workspace('Shop', 'Web') as workspace", []);
    const projects = await as("untouched", "select public.get_bootstrap() -> 'projects' as projects", []);
    expect(projects[0]?.projects).toEqual([
      {
        id: made?.workspace.project_id,
        name: "Web",
        client_id: made?.workspace.client_id,
        client_name: "Shop",
        role: "admin",
      },
    ]);
  });
});
