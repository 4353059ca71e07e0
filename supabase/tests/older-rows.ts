import type pg from "pg";
import type { TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { seededRandom, type Random } from "@/scripts/seed/random";
import { businessTables, fillBusiness, type BusinessRows } from "./business-tables";
import { insertRow, wholeDashboard } from "./older-documents";
import { fillDuplicates, type Duplicates } from "./older-duplicates";
import { fiveTables, olderTables } from "./older-tables";
import { everything, remember, type Bench, type Everything } from "./setup-database";
import { install } from "./setup-install";

export type OlderDatabase = Readonly<{
  database: TestDatabase;
  business: BusinessRows;
  older: OlderRows;
  before: Everything;
}>;

/** An older database on which the setup script has run; what was in it is remembered. */
export async function installOnOlder(bench: Bench): Promise<OlderDatabase> {
  const database = await bench.create({ migrations: false, defaults: "open" });
  await database.pool.query(businessTables);
  await database.pool.query(olderTables);
  const business = await fillBusiness(database.pool);
  const older = await fillOlderTables(database.pool, business);
  await remember(database, ["clients", "projects", "invoices", ...fiveTables]);
  const before = await everything(database);
  await install(database);
  return { database, business, older, before };
}

/** `dashboards`: people with whole documents. `person` has a bit of everything. */
export type OlderRows = Readonly<{ dashboards: string[]; person: string }> & Duplicates;

async function fillOlderTables(pool: pg.Pool, { projects }: BusinessRows): Promise<OlderRows> {
  const random = seededRandom(20261122);
  const dashboards: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const user_id = await createUser(pool);
    dashboards.push(user_id);
    for (const project_id of [null, ...projects])
      if (random.chance(0.6))
        await insertRow(pool, "user_dashboard_settings", {
          user_id,
          project_id,
          ...wholeDashboard(randomChange(random)),
        });
  }
  const duplicates = await fillDuplicates(pool);
  await insertRow(pool, "user_dashboard_settings", { user_id: null, widget_visibility: {} });
  const person = await createUser(pool);
  await fillPerson(pool, person);
  await fillNotifications(pool, person);
  return { dashboards, person, ...duplicates };
}

const randomChange = (random: Random): JsonObject => ({
  widget_visibility: { [random.pick(["metrics", "insights", "pieCharts"])]: random.chance(0.5) },
  widget_layout: {
    lg: { metrics: { x: 0, y: 0, w: random.between(1, 12), h: 3, collapsed: random.chance(0.5) } },
  },
  dashboard_preferences: {
    compactMode: random.chance(0.5),
    defaultView: random.pick(["enhanced", "classic", "of yesterday"]),
    refreshInterval: random.pick([300_000, 60_000, "five minutes"]),
    columns: random.between(1, 4),
  },
});

async function fillPerson(pool: pg.Pool, person: string): Promise<void> {
  await insertRow(pool, "user_notification_settings", {
    user_id: person,
    email_notifications: { leadUpdates: false, bantQualifications: true, legacy: 1 },
    notification_schedule: {
      workingHours: { start: "08:00", end: "16:00" },
      timezone: "UTC",
      quietHours: { enabled: true, start: "22:00", end: "08:00" },
    },
    updated_at: "2026-01-01T00:00:00",
  });
  await insertRow(pool, "user_notification_settings", { user_id: "nobody", email_notifications: {} });
  await pool.query(
    `insert into public.user_app_preferences (user_id, interface_settings, integration_settings, theme_name)
     values ($1, $2, $3, 'night'), ($1, 'not json', '"{}"', null)`,
    [
      person,
      JSON.stringify({ theme: "dark", language: "en" }),
      { calendly: { enabled: true, access_token: "s3cret" }, refreshToken: "s3cret" },
    ],
  );
  const sessions: JsonObject[] = [
    { session_id: "a b", current_context: { path: "/x" } },
    { session_id: null },
    { session_id: "device_17", ui_state: "[]", expires_at: "2020-01-01T00:00:00Z" },
  ];
  for (const row of sessions) await insertRow(pool, "user_session_state", { user_id: person, ...row });
}

async function fillNotifications(pool: pg.Pool, person: string): Promise<void> {
  const deal = { user_id: person, title: "Deal", message: "m" };
  for (const row of [
    {
      ...deal,
      title: null,
      message: "off-site",
      type: null,
      action_url: "https://evil.test/",
      read: true,
      metadata: "[]",
    },
    {
      ...deal,
      type: "success",
      action_url: "/leads/1",
      read: false,
      metadata: { category: "bant_qualification", priority: "high" },
    },
    { ...deal, type: "ERROR", action_url: "//evil.test", read: null },
  ])
    await insertRow(pool, "notifications", row);
}
