import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { Json } from "@/lib/settings/json";
import { categories } from "@/lib/vocabulary/categories";
import { effectiveValue, ownValue } from "./old-rows";
import { insertRow } from "./older-documents";
import { lostValues, majorsOfThisRun, remember, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

/** Tables without any document: each setting is a column. */
const flatTables = `
  create table public.user_app_preferences (
    id uuid primary key default gen_random_uuid(), user_id uuid not null unique, theme text not null, language text not null,
    timezone text, date_format text, time_format text, currency text, notifications_enabled boolean,
    sidebar_collapsed boolean
  );
  create table public.user_notification_settings (
    id uuid primary key default gen_random_uuid(), user_id uuid not null unique,
    email_notifications boolean not null default true, push_notifications boolean not null default true,
    sms_notifications boolean not null default false, whatsapp_notifications boolean,
    lead_updates boolean default true, weekly_digest boolean
  );
  create table public.user_dashboard_settings (
    id uuid primary key default gen_random_uuid(), user_id uuid not null, default_view text, refresh_interval integer
  );`;

const channel = (name: string, isOn: boolean) =>
  categories.map((category) => [`notifications.${name}_notifications.${category}`, isOn] as const);

/** What the columns of the person who chose mean. */
const chosen: readonly (readonly [path: string, value: Json])[] = [
  ["preferences.interface_settings.theme", "dark"],
  ["preferences.interface_settings.language", "he"],
  ["preferences.data_preferences.timezone", "Asia/Jerusalem"],
  ["preferences.data_preferences.dateFormat", "dmy"],
  ["preferences.data_preferences.timeFormat", "h23"],
  ["preferences.data_preferences.currency", "ILS"],
  ["dashboard.dashboard_preferences.defaultView", "compact"],
  ["dashboard.dashboard_preferences.refreshInterval", 60_000],
  ...channel("email", false),
  ...channel("push", false),
  ...channel("sms", true),
  ...channel("in_app", true),
];

describe.each(majorsOfThisRun)("on PostgreSQL %s, settings in columns of their own", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let chose: string;
  let unasked: string;
  let silent: string;
  beforeAll(async () => {
    bench = await startBench(major);
    database = await bench.create({ migrations: false, defaults: "open" });
    await database.pool.query(flatTables);
    chose = await createUser(database.pool);
    unasked = await createUser(database.pool);
    silent = await createUser(database.pool);
    const { pool } = database;
    await insertRow(pool, "user_app_preferences", {
      user_id: chose,
      theme: "dark",
      language: "he",
      timezone: "Asia/Jerusalem",
      date_format: "DD/MM/YYYY",
      time_format: "24h",
      currency: "ILS",
      notifications_enabled: true,
      sidebar_collapsed: true,
    });
    await insertRow(pool, "user_notification_settings", {
      user_id: chose,
      email_notifications: false,
      push_notifications: false,
      sms_notifications: true,
      lead_updates: true,
    });
    await insertRow(pool, "user_dashboard_settings", {
      user_id: chose,
      default_view: "minimal",
      refresh_interval: 60,
    });
    await insertRow(pool, "user_app_preferences", {
      user_id: unasked,
      theme: "system",
      language: "en",
      timezone: "UTC",
    });
    await insertRow(pool, "user_app_preferences", {
      user_id: silent,
      theme: "system",
      language: "en",
      notifications_enabled: false,
    });
    await remember(database, [
      "user_app_preferences",
      "user_notification_settings",
      "user_dashboard_settings",
    ]);
    await install(database);
  });
  afterAll(() => bench.close());

  const read = (person: string, path: string) => effectiveValue(database.pool, person, path);

  it.each(chosen)("%s is %s", async (path, value) => {
    expect(await read(chose, path)).toBe(value);
  });

  it("that nobody chose are inherited", async () => {
    for (const path of ["interface_settings", "data_preferences"])
      expect(await ownValue(database.pool, unasked, `preferences.${path}`)).toEqual({});
  });

  it("tell of no channel where all were off, though the person had no row of channels", async () => {
    for (const category of categories)
      expect(await read(silent, `notifications.email_notifications.${category}`)).toBe(false);
  });

  it("are kept as they were", async () => {
    expect(await lostValues(database)).toEqual([]);
  });
});
