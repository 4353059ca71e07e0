import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { committedAs, patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool, `dana-${randomUUID()}@test.local`);
});

type Filter = Partial<{
  before_id: number;
  sections: string[];
  sources: string[];
  project_id: string;
  path_prefix: string;
  page_size: number;
}>;
type Event = { id: number; path: string; source: string; [key: string]: unknown };

async function events(filter: Filter = {}, who = person): Promise<{ events: Event[]; has_more: boolean }> {
  const names = Object.keys(filter);
  const given = names.map((name, index) => `${name} => $${index + 1}`).join(", ");
  const { rows } = await committedAs(pool, who, (client) =>
    client.query(`select public.get_settings_events(${given}) as answer`, Object.values(filter)),
  );
  return rows[0].answer;
}
const paths = async (filter: Filter = {}, who = person) =>
  (await events(filter, who)).events.map(({ path }) => path);

const hide = (...widgets: string[]) => ({
  widget_visibility: Object.fromEntries(widgets.map((widget) => [widget, false])),
});

describe("get_settings_events", () => {
  it("tells of each change what, by whom, from where, and from what to what", async () => {
    const opId = randomUUID();
    await patchSettings(pool, person, {
      section: "preferences",
      patch: { interface_settings: { theme: "dark" } },
      opId,
      source: "import",
      device: "Firefox on Linux",
    });
    const { rows } = await pool.query(
      "select split_part(email, '@', 1) as name from auth.users where id = $1",
      [person],
    );
    expect(await events()).toEqual({
      has_more: false,
      events: [
        {
          id: expect.any(Number),
          section: "preferences",
          project_id: null,
          path: "interface_settings.theme",
          before: null,
          after: "dark",
          source: "import",
          actor: person,
          actor_name: rows[0].name,
          own: true,
          op_id: opId,
          device: "Firefox on Linux",
          version: 1,
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/),
        },
      ],
    });
  });

  it("names another who did it, and nobody for the system or a deleted account", async () => {
    const boss = await createUser(pool, "boss@test.local");
    const gone = await createUser(pool);
    for (const actor of [boss, gone, null])
      await pool.query(
        `insert into public.settings_events (owner, actor, section, path, after, source, version)
         values ($1, $2, 'dashboard', 'widget_visibility.metrics', 'true', 'team', 1)`,
        [person, actor],
      );
    await pool.query("delete from auth.users where id = $1", [gone]);
    const told = (await events()).events.map(({ own, actor, actor_name }) => [own, actor, actor_name]);
    expect(told).toEqual([
      [false, null, null],
      [false, gone, null],
      [false, boss, "boss"],
    ]);
  });

  it("gives pages newest first, each change once, though new ones arrive in between", async () => {
    const widgets = ["metrics", "insights", "pieCharts", "recentActivity", "revenueChannel"];
    // Several changes of one write share their time: the cursor must tell them apart.
    for (let round = 0; round < 3; round += 1) {
      await patchSettings(pool, person, { patch: hide(...widgets) });
      await patchSettings(pool, person, {
        patch: { widget_visibility: Object.fromEntries(widgets.map((widget) => [widget, null])) },
      });
    }
    const seen: number[] = [];
    let page = await events({ page_size: 4 });
    for (;;) {
      seen.push(...page.events.map(({ id }) => id));
      await patchSettings(pool, person, {
        patch: { dashboard_preferences: { compactMode: seen.length % 8 === 0 } },
      });
      const last = seen.at(-1);
      if (!page.has_more || last === undefined) break;
      page = await events({ page_size: 4, before_id: last });
    }
    const { rows } = await pool.query(
      "select id::int from public.settings_events where owner = $1 and path like 'widget%' order by at desc, id desc",
      [person],
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(seen).toHaveLength(30);
  });

  it("filters by section, source, project and beginning of the path", async () => {
    const { owner } = world.people;
    await patchSettings(pool, owner, {
      section: "notifications",
      patch: { email_notifications: { leadUpdates: true } },
      source: "undo",
    });
    await patchSettings(pool, owner, { project: world.otherProjectId, patch: hide("insights") });
    const mail = "email_notifications.leadUpdates";
    expect(await paths({ sections: ["notifications"] }, owner)).toEqual([mail, mail]);
    expect(await paths({ sources: ["undo", "import"] }, owner)).toEqual([mail]);
    expect(await paths({ project_id: world.otherProjectId }, owner)).toEqual(["widget_visibility.insights"]);
    expect(await paths({ path_prefix: "interface_settings." }, owner)).toEqual(["interface_settings.theme"]);
    expect(await paths({ sections: [] }, owner)).toEqual([]);
    expect(await paths({ path_prefix: "%" }, owner)).toEqual([]);
  });

  it("tells nobody else's record, by no cursor, and none of a project the person has left", async () => {
    await patchSettings(pool, person, { patch: hide("metrics") });
    const [own] = (await events()).events;
    expect(await events({ before_id: own?.id ?? 0 }, world.people.stranger)).toEqual({
      events: [],
      has_more: false,
    });
    expect(await events({}, world.people.stranger)).toEqual({ events: [], has_more: false });
    const left = (await events({}, world.people.exMember)).events;
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ project_id }) => project_id === null)).toBe(true);
  });

  it("is for people who are signed in", async () => {
    const sql = "select public.get_settings_events()";
    await expect(committedAs(pool, null, (client) => client.query(sql))).rejects.toMatchObject({
      code: "PT401",
    });
    await expect(actAs(pool, null, "anon", (client) => client.query(sql))).rejects.toMatchObject({
      code: "42501",
    });
  });

  it("gives no more than 200 at once, and at least one", async () => {
    await pool.query(
      `insert into public.settings_events (owner, section, path, after, source, version)
       select $1, 'dashboard', 'widget_visibility.metrics', 'true', 'system', n from generate_series(1, 300) n`,
      [person],
    );
    expect((await events({ page_size: 100_000 })).events).toHaveLength(200);
    expect(await events({ page_size: -5 })).toMatchObject({ events: [{}], has_more: true });
  });
});
