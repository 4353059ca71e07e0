import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { Json, JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { sections } from "@/lib/settings/registry";
import { knownZones } from "@/lib/settings/known-zones";
import { safeParse } from "@/lib/schema";
import { zoneNames } from "@/lib/time/zone-table";
import { weekdays } from "@/lib/vocabulary/weekdays";
import { isValid, leaves } from "@/lib/settings/sections";
import { committedAs, patchSettings } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());

const days = (...open: string[]) => Object.fromEntries(weekdays.map((day) => [day, open.includes(day)]));
const hours = { start: "09:00", end: "18:00", days: days("mon") };
const quiet = { enabled: true, start: "22:00", end: "08:00", urgentPasses: false };
const own = { mode: "own", start: "22:00", end: "08:00", urgentPasses: false };

/** By leaf, of the schedule where no column is named, what may stand there and what may not. */
const cases: { column?: string; leaf: string; fits: Json[]; fails: Json[] }[] = [
  {
    leaf: "workingHours",
    fits: [hours, { ...hours, start: "22:00", end: "06:00" }, { ...hours, days: days(...weekdays) }],
    fails: [
      { ...hours, end: "09:00" },
      { ...hours, days: days() },
      { ...hours, days: { ...days("mon"), noday: true } },
      { ...hours, start: "24:00" },
      { start: "09:00", end: "18:00" },
    ],
  },
  {
    leaf: "quietHours",
    fits: [quiet, { ...quiet, enabled: false }],
    fails: [
      { ...quiet, end: "22:00" },
      { ...quiet, enabled: false, end: "22:00" },
      { ...quiet, start: "8:00" },
      { ...quiet, until: "x" },
    ],
  },
  ...["email", "push", "sms", "whatsapp"].map((channel) => ({
    column: `${channel}_notifications`,
    leaf: "quietHours",
    fits: [own, { ...own, mode: "none" }],
    fails: [{ ...own, mode: "schedule", end: "22:00" }, { ...own, mode: "off" }, quiet],
  })),
  {
    leaf: "digest",
    fits: [
      { time: "09:00", day: "mon" },
      { time: "00:15", day: "sat" },
    ],
    fails: [
      { time: "24:00", day: "mon" },
      { time: "09:00", day: "monday" },
      { time: "09:00" },
      { day: "mon" },
    ],
  },
  {
    leaf: "timezone",
    fits: [
      "UTC",
      "Europe/Paris",
      "Asia/Calcutta",
      "Europe/Kyiv",
      "America/Argentina/Buenos_Aires",
      "America/Port-au-Prince",
      "Etc/GMT+12",
    ],
    fails: [
      "Mars/Base",
      "Mars/Base+3",
      "Etc/GMT+13",
      "Etc/GMT-15",
      "+02:00",
      "EST5EDT4",
      "America/Argentina",
      "",
    ],
  },
  {
    leaf: "pausedUntil",
    fits: ["never", "2026-11-22T08:00:00Z", "2028-02-29T08:00:00.123Z"],
    fails: ["2026-11-22", "2026-11-22T08:00:00+02:00", "Never", "tomorrow"],
  },
];

describe.each(cases)("$leaf, $column", ({ column = "notification_schedule", leaf, fits, fails }) => {
  const path = `${column}.${leaf}`;
  const byPatch = async (value: Json) =>
    patchSettings(pool, await createUser(pool), {
      section: "notifications",
      patch: { [column]: { [leaf]: value } },
    });
  const directly = async (value: Json) =>
    committedAs(pool, await createUser(pool), (client) =>
      client.query(`insert into public.user_notification_settings (${column}) values ($1)`, [
        { [leaf]: value },
      ]),
    );
  const field = leaves(notifications).get(path);
  const isRight = (value: Json) =>
    field !== undefined &&
    isValid(field, value) &&
    safeParse(knownZones(notifications), { [column]: { [leaf]: value } }).success;

  it.each(fits.map((value) => [JSON.stringify(value), value]))(
    "may be %s, in SQL and in TypeScript",
    async (_, value) => {
      await byPatch(value);
      await directly(value);
      expect(isRight(value)).toBe(true);
    },
  );

  it.each(fails.map((value) => [JSON.stringify(value), value]))(
    "may not be %s, in SQL and in TypeScript",
    async (_, value) => {
      await expect(byPatch(value)).rejects.toMatchObject({ code: "PT400", detail: path });
      // The floor below the rule may speak first in an insert.
      await expect(directly(value)).rejects.toMatchObject({ code: expect.stringMatching(/^(PT400|23514)$/) });
      expect(isRight(value)).toBe(false);
    },
  );
});

describe("a rule", () => {
  it("has a meaning in SQL wherever the generated schema names one", async () => {
    const { rows } = await pool.query<{ problem: string | null }>(
      `select private.rule_problem(leaf ->> 'rule', value) as problem
       from jsonb_path_query(private.settings_schema(), 'strict $.**.leaf ? (exists(@.rule))') leaf,
         (values ($1::jsonb)) probe (value)`,
      [JSON.stringify({ ...hours, end: "09:00" })],
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { problem } of rows) expect(problem).not.toBeNull();
  });

  it("stops no change of another setting where an older value breaks it", async () => {
    const person = await createUser(pool);
    const patch = (value: JsonObject) =>
      patchSettings(pool, person, { section: "notifications", patch: value });
    await patch({ email_notifications: { leadUpdates: false } });
    await pool.query("alter table public.user_notification_settings disable trigger user");
    await pool.query(
      "update public.user_notification_settings set notification_schedule = $1 where user_id = $2",
      [{ timezone: "Europe/Atlantis", workingHours: { start: "09:00" } }, person],
    );
    await pool.query("alter table public.user_notification_settings enable trigger user");
    expect((await patch({ email_notifications: { leadUpdates: true } })).version).toBe(2);
  });
});

describe("every default", () => {
  it("fits its own rule in SQL", async () => {
    for (const section of sections)
      for (const [path, { default: value }] of leaves(section)) {
        const { rows } = await pool.query(
          "select private.leaf_problem(private.path_node($1, $2) -> 'leaf', $3) as problem",
          [section.name, path.split("."), JSON.stringify(value)],
        );
        expect([path, rows[0].problem]).toEqual([path, null]);
      }
  });
});

describe("a zone", () => {
  const refused = async (names: readonly string[]) => {
    const { rows } = await pool.query<{ zone: string }>(
      "select zone from unnest($1::text[]) zone where not private.is_time_zone(zone)",
      [names],
    );
    return rows.map(({ zone }) => zone);
  };

  it("is known to SQL by each name that our table has for it, and by those that this engine proposes", async () => {
    expect(await refused([...zoneNames(), ...Intl.supportedValuesOf("timeZone")])).toEqual([]);
  });

  it("is none for SQL where only PostgreSQL's own data has it", async () => {
    const { rows } = await pool.query<{ name: string }>("select name from pg_timezone_names order by 1");
    const others = rows.map(({ name }) => name).filter((name) => !zoneNames().includes(name));
    expect(await refused(others)).toEqual(others);
  });
});
