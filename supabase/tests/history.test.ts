import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { seededRandom } from "@/scripts/seed/random";
import { asOf, happen, ownValues, restore, type Person } from "./history-campaign";
import { committedAs, patchSettings, patchWithin, settingsTables } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: Person;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  await pool.query("update private.rate_limits set per_minute = 1000000000");
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createPerson();
});

async function createPerson(): Promise<Person> {
  const id = await createUser(pool);
  const client = await pool.query("insert into public.clients (name) values ('Acme') returning id");
  const made = await pool.query<{ id: string }>(
    "insert into public.projects (client_id, name) values ($1, 'One'), ($1, 'Two') returning id",
    [client.rows[0].id],
  );
  const projects = made.rows.map((row) => row.id);
  for (const project of projects)
    await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
      project,
      id,
    ]);
  return { id, projects };
}

const now = async (): Promise<string> =>
  (await pool.query("select clock_timestamp()::text as now")).rows[0].now;
const newest = async (): Promise<string | null> =>
  (await pool.query("select max(at)::text as at from public.settings_events where owner = $1", [person.id]))
    .rows[0].at;
const theme = (value: string | null) =>
  ({ section: "preferences", patch: { interface_settings: { theme: value } } }) as const;

describe("get_settings_as_of", () => {
  /** `HISTORY_RUNS=200` for the long campaign. */
  const runs = Number(process.env.HISTORY_RUNS ?? "12");

  it(
    `brings back every moment of ${runs} random histories exactly, at the moment and at its very change`,
    { timeout: 30_000 + 5_000 * runs },
    async () => {
      let moments = 0;
      for (let seed = 1; seed <= runs; seed += 1) {
        person = await createPerson();
        const random = seededRandom(seed);
        const known = [{ moment: "-infinity", values: await ownValues(pool, person) }];
        for (let step = 0; step < 24; step += 1) {
          await happen(pool, person, random);
          const values = await ownValues(pool, person);
          const moment = random.chance(0.5) ? await now() : ((await newest()) ?? (await now()));
          known.push({ moment, values });
          if (!random.chance(0.25)) continue;
          const goal = random.pick(known);
          await restore(pool, person, await asOf(pool, person, goal.moment));
          expect(await ownValues(pool, person), `seed ${seed}, step ${step}, ${goal.moment}`).toEqual(
            goal.values,
          );
          known.push({ moment: await now(), values: goal.values });
          moments += 1;
        }
        expect(await asOf(pool, person, await now())).toEqual([]);
      }
      expect(moments).toBeGreaterThan(runs * 3);
    },
  );

  it("asks for nothing where a value went away and came back", async () => {
    await patchSettings(pool, person.id, theme("dark"));
    const moment = await now();
    await patchSettings(pool, person.id, theme("light"));
    await patchSettings(pool, person.id, theme("dark"));
    expect(await asOf(pool, person, moment)).toEqual([]);
  });

  it("counts a change by when it was made, not by when its transaction began", async () => {
    const slow = await pool.connect();
    await slow.query("begin");
    await slow.query("select set_config('request.jwt.claims', $1, true)", [
      JSON.stringify({ sub: person.id }),
    ]);
    await slow.query("set local role authenticated");
    await patchSettings(pool, person.id, theme("dark"));
    const moment = await now();
    await patchWithin(slow, theme("light"));
    await slow.query("commit");
    slow.release();
    expect(await asOf(pool, person, moment)).toEqual([
      { section: "preferences", scope: null, path: "interface_settings.theme", value: "dark" },
    ]);
  });

  it("never tears one write apart: its changes share their time", async () => {
    const sizes = { fontScale: 115, density: "compact", theme: "dark" };
    await patchSettings(pool, person.id, { section: "preferences", patch: { interface_settings: sizes } });
    const { rows } = await pool.query(
      "select distinct at::text as at from public.settings_events where owner = $1",
      [person.id],
    );
    expect(rows).toHaveLength(1);
    expect(await asOf(pool, person, rows[0].at)).toEqual([]);
  });

  it("keeps the order of the changes when the clock is set back", async () => {
    await patchSettings(pool, person.id, theme("dark"));
    const { preferences } = settingsTables;
    await pool.query(`alter table ${preferences} disable trigger user`);
    await pool.query(`update ${preferences} set updated_at = now() + interval '1 hour' where user_id = $1`, [
      person.id,
    ]);
    await pool.query(`alter table ${preferences} enable trigger user`);
    await patchSettings(pool, person.id, theme("light"));
    const light = (await newest()) ?? "";
    await committedAs(pool, person.id, (client) => client.query(`delete from ${preferences}`));
    const removed = (await newest()) ?? "";
    await patchSettings(pool, person.id, theme("contrast"));
    expect(await asOf(pool, person, light)).toMatchObject([{ value: "light" }]);
    expect(await asOf(pool, person, removed)).toMatchObject([{ value: null }]);
  });

  it("leaves out what no patch could store: leaves of another version, and values of older rules as inherited", async () => {
    const moment = await now();
    const record = (path: string, before: string, after: string | null, version: number) =>
      pool.query(
        `insert into public.settings_events (owner, section, path, before, after, source, version)
         values ($1, 'preferences', $2, $3, $4, 'api', $5)`,
        [person.id, path, before, after, version],
      );
    await record("interface_settings.later", "1", "2", 1);
    await record("interface_settings.theme", '"sepia"', '"dark"', 1);
    await record("interface_settings.density", '"tiny"', null, 1);
    expect(await asOf(pool, person, moment)).toEqual([
      { section: "preferences", scope: null, path: "interface_settings.theme", value: null },
    ]);
  });

  it("says nothing of a project the person has left, and refuses a missing moment", async () => {
    const [project = ""] = person.projects;
    const moment = await now();
    await patchSettings(pool, person.id, { project, patch: { widget_visibility: { metrics: false } } });
    await pool.query("delete from public.project_members where user_id = $1", [person.id]);
    expect(await asOf(pool, person, moment)).toEqual([]);
    const none = committedAs(pool, person.id, (client) =>
      client.query("select public.get_settings_as_of(null)"),
    );
    await expect(none).rejects.toMatchObject({ code: "PT400", detail: "moment" });
  });
});
