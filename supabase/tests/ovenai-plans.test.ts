import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actAs } from "@/local/test-people";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import { startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

let bench: Bench;
let pool: pg.Pool;
let ovenai: Ovenai;
/** Many leads of many projects, and messages with them: without figures to the contrary a plan reads them all. */
beforeAll(async () => {
  bench = await startBench("17");
  const made = await createOvenai(bench);
  ({ ovenai } = made);
  pool = made.database.pool;
  await install(made.database);
  for (const table of ["leads", "conversations"])
    await pool.query(`alter table public.${table} disable trigger user`);
  await pool.query(
    `insert into public.leads (first_name, status, client_id, current_project_id)
     select 'Lead', 'new', p.client_id, p.id from public.projects p, generate_series(1, 2000)`,
  );
  await pool.query(
    `insert into public.conversations (lead_id, direction, created_at)
     select l.id, d, now() from public.leads l, unnest(array['inbound', 'outbound']) d`,
  );
  await pool.query("insert into private.lead_judgements (lead_id, heat) select id, 'hot' from public.leads");
  await pool.query(
    `insert into public.lead_members (lead_id, user_id, role) select l.id, u.id, 'MEMBER' from public.leads l, auth.users u
     on conflict do nothing`,
  );
  await pool.query("analyze");
});
afterAll(() => bench.close());

const planOf = (relation: string, condition: string, value: string) =>
  actAs(pool, ovenai.people.member, "authenticated", async (client) => {
    const sql = `explain (verbose, costs off) select * from private.${relation} where ${condition}`;
    const { rows } = await client.query<{ "QUERY PLAN": string }>(sql, [value]);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });

describe("beside an existing OvenAI", () => {
  it.each([
    ["lead_facts", "id = $1"],
    ["lead_meetings", "lead_id = $1"],
  ])("one lead of private.%s is found by the key of their table", async (port, condition) => {
    const plan = await planOf(port, condition, ovenai.leads.first);
    expect(plan).toContain("using leads_pkey on public.leads");
    expect(plan).not.toContain("Seq Scan");
  });

  it.each(["lead_facts", "lead_history", "lead_meetings", "lead_messages", "tenant_members"])(
    "private.%s calls no function of ours for a row: the projects of the reader are looked up once",
    async (port) => {
      const plan = await planOf(port, "project_id = $1", ovenai.projects.active);
      const called = [...plan.matchAll(/private\.\w+\(/g)].map(([name]) => name);
      expect(new Set(called)).toEqual(new Set(["private.my_project_ids("]));
      const lookedUp = plan.split("\n").findIndex((line) => line.includes("private.my_project_ids("));
      expect(plan.split("\n").slice(0, lookedUp).join("\n")).toContain("InitPlan");
    },
  );

  it("messages of a project are read without those of others, and each once", async () => {
    const plan = await planOf("lead_messages", "project_id = $1", ovenai.projects.active);
    expect(plan).toContain(`(l.current_project_id = '${ovenai.projects.active}'::uuid)`);
    expect(plan.match(/ on public\.conversations/g)).toHaveLength(1);
    expect(plan).not.toContain("SubPlan 1\n");
  });

  it("a reply counts from the last message that came in before it", async () => {
    const lead = ovenai.leads.withoutProject;
    await pool.query("update public.leads set current_project_id = $2 where id = $1", [
      lead,
      ovenai.projects.active,
    ]);
    await pool.query("delete from public.conversations where lead_id = $1", [lead]);
    const said: [direction: string | null, at: string][] = [
      ["outbound", "09:00"],
      ["inbound", "10:00"],
      [null, "10:05"],
      ["outbound", "10:06"],
      ["outbound", "10:07"],
    ];
    for (const [direction, at] of said)
      await pool.query(
        "insert into public.conversations (lead_id, direction, wa_timestamp) values ($1, $2, $3)",
        [lead, direction, `2026-03-02T${at}:00Z`],
      );
    const { rows } = await pool.query(
      "select reply_seconds from private.lead_messages where lead_id = $1 order by sent_at",
      [lead],
    );
    expect(rows.map((row) => row.reply_seconds)).toEqual([null, null, null, 60, 120]);
  });
});
