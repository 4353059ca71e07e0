import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { panelsSchema, type Panels } from "@/lib/leads/panels";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { expectedPanels } from "@/supabase/tests/expected-panels";

const harbour = "0a7e0000-0002-4000-8000-000000000001";
const fjord = "0a7e0000-0002-4000-8000-000000000002";
const olive = "0a7e0000-0002-4000-8000-000000000003";

describe("the dashboard of the seeded projects", () => {
  let database: TestDatabase;
  const people: Record<string, string> = {};

  const panelsFor = (person: string | undefined, project: string): Promise<Panels> =>
    actAs(database.pool, person ?? null, "authenticated", async (client) => {
      const { rows } = await client.query("select public.get_dashboard_panels($1) as panels", [project]);
      return panelsSchema.parse(rows[0]?.panels);
    });

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const name of ["owner", "member", "outsider"]) {
      people[name] = await createUser(database.pool, `${name}@demo.local`);
    }
    const seed = await readFile(new URL("../seed.sql", import.meta.url), "utf8");
    await database.pool.query(seed);
    await database.pool.query(seed);
  });
  afterAll(() => database.drop());

  it("counts what a second count by other means counts", async () => {
    for (const [person, project] of [
      [people.owner, harbour],
      [people.owner, fjord],
      [people.outsider, olive],
    ] as const) {
      const panels = await panelsFor(person, project);
      const expected = await expectedPanels(database.pool, project, new Date(panels.at));
      const { burningWithoutMeeting, wentCold, replies } = panels.insights;
      expect({
        metrics: panels.metrics,
        monthlyPerformance: panels.monthlyPerformance,
        leadsConversions: panels.leadsConversions,
        revenueChannel: panels.revenueChannel,
        pieCharts: panels.pieCharts,
        waiting: {
          leads: burningWithoutMeeting.leads,
          oldestAt: burningWithoutMeeting.oldestAt && Date.parse(burningWithoutMeeting.oldestAt),
        },
        cooled: wentCold.leads,
        replies,
        reached: Object.fromEntries(panels.performanceTargets.map(({ metric, actual }) => [metric, actual])),
      }).toEqual(expected);
    }
  });

  it("lists the latest events, newest first, each with its lead", async () => {
    const { recentActivity } = await panelsFor(people.owner, harbour);
    expect(recentActivity).toHaveLength(12);
    const times = recentActivity.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const { rows } = await database.pool.query<{ id: string; name: string }>(
      "select id, name from public.leads",
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    for (const { leadId, leadName } of recentActivity) expect(leadName).toBe(names.get(leadId));
  });

  it("is refused to people who are not in the project, and to nobody", async () => {
    await expect(panelsFor(people.member, fjord)).rejects.toMatchObject({ code: "PT403" });
    await expect(panelsFor(people.outsider, harbour)).rejects.toMatchObject({ code: "PT403" });
    await expect(panelsFor(undefined, harbour)).rejects.toMatchObject({ code: "PT403" });
  });

  it("answers a project without leads with zeros, not with nulls", async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      "insert into public.projects (client_id, name) select client_id, 'Empty' from public.projects limit 1 returning id",
    );
    const empty = rows[0]?.id ?? "";
    await database.pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
      empty,
      people.owner,
    ]);
    const panels = await panelsFor(people.owner, empty);
    expect(panels.metrics.leads).toEqual({
      value: 0,
      previous: 0,
      series: Array.from({ length: 13 }, () => 0),
    });
    expect(panels.monthlyPerformance).toHaveLength(17);
    expect(panels.insights.replies).toBeNull();
  });

  it("rings the bell a few times, not once for every event of the past", async () => {
    const { rows } = await database.pool.query<{ n: number }>(
      "select count(*)::int as n from public.notifications group by user_id",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { n } of rows) expect(n).toBeLessThanOrEqual(8);
  });
});
