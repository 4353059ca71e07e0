import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { fillDuplicates, type Duplicates } from "./older-duplicates";
import { fiveTables, olderTables } from "./older-tables";
import { lostValues, remember, majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

describe.each(majorsOfThisRun)("on PostgreSQL %s, of several older rows for one person", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let people: Duplicates;
  beforeAll(async () => {
    bench = await startBench(major);
    database = await bench.create({ migrations: false, defaults: "open" });
    await database.pool.query(olderTables);
    people = await fillDuplicates(database.pool);
    await remember(database, fiveTables);
    await install(database);
  });
  afterAll(() => bench.close());

  const rowsOf = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;

  it("the newest dashboard settings count, joined by what only an older one says", async () => {
    expect(
      await rowsOf(
        "select widget_visibility, dashboard_preferences, version from public.user_dashboard_settings where user_id = $1",
        [people.twice],
      ),
    ).toEqual([
      {
        widget_visibility: { metrics: false, insights: false },
        dashboard_preferences: { defaultView: "compact" },
        version: 1,
      },
    ]);
  });

  it("the newest notification settings count, joined by what only an older one says; one without a time is the oldest", async () => {
    const days = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
    expect(
      await rowsOf(
        "select email_notifications, sms_notifications, notification_schedule, version from public.user_notification_settings where user_id = $1",
        [people.twice],
      ),
    ).toEqual([
      {
        email_notifications: { leadUpdates: false, bantQualifications: false, calendlyBookings: false },
        sms_notifications: { leadUpdates: true },
        notification_schedule: {
          workingHours: { start: "07:00", end: "15:00", days },
          quietHours: { enabled: true, start: "21:00", end: "06:00", urgentPasses: false },
          timezone: "Asia/Jerusalem",
        },
        version: 1,
      },
    ]);
  });

  it("and none with a time, the one added last counts", async () => {
    expect(
      await rowsOf("select email_notifications from public.user_notification_settings where user_id = $1", [
        people.undated,
      ]),
    ).toEqual([{ email_notifications: { meetingReminders: false, heatProgressions: false } }]);
  });

  it("and device the newest session state stays as it is; other devices and other people keep theirs", async () => {
    expect(
      await rowsOf(
        "select user_id, session_id, current_context, ui_state from public.user_session_state order by current_context ->> 'path'",
      ),
    ).toEqual([
      { user_id: people.twice, session_id: "device-twice", current_context: { path: "/last" }, ui_state: {} },
      {
        user_id: people.twice,
        session_id: "device-other",
        current_context: { path: "/other" },
        ui_state: {},
      },
      {
        user_id: people.undated,
        session_id: "device-twice",
        current_context: { path: "/theirs" },
        ui_state: {},
      },
    ]);
  });

  it.each([
    ["user_dashboard_settings", 2],
    ["user_notification_settings", 2],
    ["user_session_state", 4],
  ])("those of %s that gave way are kept whole, under the person's account", async (table, howMany) => {
    const gaveWay = await rowsOf(
      `select content from remembered.rows where of = $1 and lower(content ->> 'user_id') = $2
         and content ->> 'id' not in (select id::text from public.${table}) order by content ->> 'id'`,
      [`public.${table}`, people.twice],
    );
    expect(gaveWay).toHaveLength(howMany);
    expect(
      await rowsOf(
        `select content from kept_by_setup.rows where relation = $1 and user_id = $2 and what = 'removed'
           order by content ->> 'id'`,
        [`public.${table}`, people.twice],
      ),
    ).toEqual(gaveWay);
  });

  it("no value is lost", async () => {
    expect(await lostValues(database)).toEqual([]);
  });
});
