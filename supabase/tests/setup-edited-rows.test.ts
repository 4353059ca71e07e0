import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { createOldTables, effectiveValue, personWith } from "./old-rows";
import { insertRow } from "./older-documents";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import { fiveTables } from "./older-tables";
import { lostValues, majorsOfThisRun, remember, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

const untouched = (updated_at: string) => ({ updated_at });

describe.each(majorsOfThisRun)("on PostgreSQL %s, of several rows for one person", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let edited: string;
  let twice: string;
  let carried: string;
  let lone: string;
  beforeAll(async () => {
    bench = await startBench(major);
    database = await createOldTables(bench);
    edited = await personWith(database.pool, "dashboard", [
      { dashboard_preferences: { defaultView: "compact", autoRefresh: false }, ...untouched("2026-01-01Z") },
      untouched("2026-03-01Z"),
      untouched("2026-04-01Z"),
    ]);
    twice = await personWith(database.pool, "dashboard", [
      { dashboard_preferences: { defaultView: "enhanced", compactMode: true }, ...untouched("2026-02-01Z") },
      {
        dashboard_preferences: { defaultView: "minimal", refreshInterval: 60_000 },
        ...untouched("2026-01-01Z"),
      },
    ]);
    carried = await personWith(database.pool, "dashboard", [
      { dashboard_preferences: { animationsEnabled: false }, ...untouched("2026-01-01Z") },
      untouched("2026-02-01Z"),
    ]);
    lone = await personWith(database.pool, "preferences", []);
    await database.pool.query("delete from public.user_dashboard_settings where user_id = $1", [lone]);
    await insertRow(database.pool, "user_dashboard_settings", {
      user_id: lone,
      dashboard_preferences: { animationsEnabled: false },
    });
    await remember(database, fiveTables);
    await install(database);
  });
  afterAll(() => bench.close());

  const read = (person: string, path: string) => effectiveValue(database.pool, person, path);
  const view = "dashboard.dashboard_preferences";
  const motion = "preferences.interface_settings.reduceMotion";

  it("the one that a person edited wins over newer ones that a program stored", async () => {
    expect(await read(edited, `${view}.defaultView`)).toBe("compact");
    expect(await read(edited, `${view}.autoRefresh`)).toBe(false);
  });

  it("the newer one of two that a person edited counts, joined by what only the older one says", async () => {
    expect(await read(twice, `${view}.defaultView`)).toBe("enhanced");
    expect(await read(twice, `${view}.compactMode`)).toBe(true);
    expect(await read(twice, `${view}.refreshInterval`)).toBe(60_000);
  });

  it("what belongs to another table comes there, also where the person had no row of it", async () => {
    expect(await read(carried, motion)).toBe(true);
    expect(await read(lone, motion)).toBe(true);
    expect(await lostValues(database)).toEqual([]);
  });
});

describe.each(majorsOfThisRun)("on PostgreSQL %s, of an existing OvenAI", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let ovenai: Ovenai;
  let newcomer: string;
  beforeAll(async () => {
    bench = await startBench(major);
    ({ database, ovenai } = await createOvenai(bench));
    newcomer = await createUser(database.pool);
    await remember(database, fiveTables);
    await install(database);
  });
  afterAll(() => bench.close());

  const sessionsOf = async (person: string) =>
    (
      await database.pool.query<{ session_id: string }>(
        "select session_id from public.user_session_state where user_id = $1",
        [person],
      )
    ).rows;

  it("session states that the sign-up made are kept aside, those of devices stay", async () => {
    expect(await sessionsOf(newcomer)).toEqual([]);
    expect(await sessionsOf(ovenai.people.owner)).not.toEqual([]);
    const kept = await database.pool.query(
      `select content ->> 'session_id' as session_id from kept_by_setup.rows
       where relation = 'public.user_session_state' and what = 'removed' and user_id = $1`,
      [newcomer],
    );
    expect(kept.rows).toEqual([{ session_id: expect.stringMatching(/^session-\d+\.\d+$/) }]);
  });

  it("the dashboard of a project that nobody edited inherits; in an edited one everything is as it was seen", async () => {
    const { rows } = await database.pool.query(
      `select project_id, widget_visibility, dashboard_preferences -> 'defaultView' as view
       from public.user_dashboard_settings where user_id = $1 and project_id is not null`,
      [ovenai.people.edited],
    );
    expect(rows).toContainEqual({
      project_id: ovenai.projects.ofLongNamed,
      widget_visibility: {},
      view: null,
    });
    expect(rows).toContainEqual({
      project_id: ovenai.projects.active,
      widget_visibility: { metrics: false, insights: false, pieCharts: false },
      // For all projects it is compact.
      view: "enhanced",
    });
  });
});
