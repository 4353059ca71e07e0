import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { panelNames, type PanelName } from "@/lib/vocabulary/panels";
import type { Period } from "@/lib/leads/period";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { lastThirtyDays, panelsSql, panelsValues } from "@/lib/testing/dashboard-sql";
import { askPanels, countable, spanOf } from "@/supabase/tests/asked-panels";
import { expectedPanels } from "@/supabase/tests/expected-panels";

const harbour = "0a7e0000-0002-4000-8000-000000000001";
const fjord = "0a7e0000-0002-4000-8000-000000000002";
const olive = "0a7e0000-0002-4000-8000-000000000003";

describe("the dashboard of the seeded projects", () => {
  let database: TestDatabase;
  const people: Record<string, string> = {};

  const period = lastThirtyDays(Date.now());
  const panelsFor = (
    person: string | undefined,
    project: string,
    panels: readonly PanelName[] = panelNames,
    asked: Partial<Period> = {},
  ) =>
    actAs(database.pool, person ?? null, "authenticated", (client) =>
      askPanels(client, project, panels, { ...period, ...asked }),
    );

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
      const answer = countable(await panelsFor(person, project));
      const span = spanOf(period, (at) => at.getUTCHours());
      expect(answer).toEqual(await expectedPanels(database.pool, project, span));
    }
  });

  it("lists the latest events, newest first, each with its lead", async () => {
    const { recentActivity = [] } = await panelsFor(people.owner, harbour);
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

  it("answers the panels that are asked for and no other, and reads nothing for those that are not", async () => {
    for (const panel of panelNames)
      expect(Object.keys(await panelsFor(people.owner, harbour, [panel])).sort()).toEqual(
        ["at", panel].sort(),
      );
    expect(Object.keys(await panelsFor(people.owner, harbour, []))).toEqual(["at"]);
    const reads = async (panels: readonly PanelName[]) =>
      actAs(database.pool, people.owner ?? null, "authenticated", async (client) => {
        const counts = async () => {
          const { rows } = await client.query<{ name: string; n: number }>(
            `select relname as name, (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as n from pg_stat_xact_user_tables
             where relname in ('messages', 'lead_events', 'leads', 'lead_tallies', 'performance_targets')`,
          );
          return new Map(rows.map(({ name, n }) => [name, n]));
        };
        const before = await counts();
        await askPanels(client, harbour, panels, period);
        const after = await counts();
        return [...after].filter(([name, n]) => n > (before.get(name) ?? 0)).map(([name]) => name);
      });
    expect(await reads(["metrics", "pieCharts"])).toEqual(["lead_tallies"]);
    expect((await reads(["recentActivity"])).sort()).toEqual(["lead_events", "leads"]);
    expect((await reads(["performanceTargets"])).sort()).toEqual(["lead_tallies", "performance_targets"]);
    expect((await reads(["insights"])).sort()).toEqual(["lead_tallies", "messages"]);
    expect(await reads([])).toEqual([]);
  });

  const day = 86_400_000;
  const [midnight = 0] = period.bounds;
  it.each<[argument: string, asked: Partial<Period>]>([
    ["bounds", { bounds: [midnight] }],
    ["bounds", { bounds: [midnight, midnight] }],
    ["bounds", { bounds: [midnight, midnight - day] }],
    ["bounds", { bounds: [midnight, midnight + 1000] }],
    ["bounds", { bounds: [midnight, midnight + 3661 * day] }],
    ["bounds", { bounds: Array.from({ length: 202 }, (_, index) => midnight + index * day) }],
    ["previous", { previous: [midnight, midnight] }],
    ["previous", { previous: [midnight - 3661 * day, midnight] }],
    ["previous", { previous: [midnight - day, midnight + day] }],
    ["previous", { previous: [midnight - day, midnight - 2 * day] }],
    ["month", { month: [midnight, midnight] }],
    ["month", { month: [midnight, midnight + 40 * day] }],
    ["clock_changes", { clock: { changes: [2000, 1000], minutes: [0, 0, 0] } }],
    ["clock_minutes", { clock: { changes: [], minutes: [0, 60] } }],
    ["clock_minutes", { clock: { changes: [], minutes: [100_000] } }],
  ])("refuses a period that it cannot count, by the name of %s", async (argument, asked) => {
    await expect(panelsFor(people.owner, harbour, panelNames, asked)).rejects.toMatchObject({
      code: "PT400",
      detail: argument,
    });
  });

  it("refuses a panel that it does not have", async () => {
    await expect(
      actAs(database.pool, people.owner ?? null, "authenticated", (client) =>
        client.query(panelsSql, [harbour, ...panelsValues([], period).with(0, ["metrics", "secrets"])]),
      ),
    ).rejects.toMatchObject({ code: "PT400", detail: "panels" });
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
    expect(panels.metrics?.leads).toEqual({
      value: 0,
      previous: 0,
      series: Array.from({ length: 30 }, () => 0),
    });
    expect(panels.monthlyPerformance).toHaveLength(30);
    expect(panels.insights?.replies).toBeNull();
  });

  it("rings the bell a few times, not once for every event of the past", async () => {
    const { rows } = await database.pool.query<{ n: number }>(
      "select count(*)::int as n from public.notifications group by user_id",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { n } of rows) expect(n).toBeLessThanOrEqual(8);
  });
});
