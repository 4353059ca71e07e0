import type pg from "pg";
import type { TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { Json, JsonObject } from "@/lib/settings/json";
import { insertRow } from "./older-documents";
import { buildOvenai } from "./ovenai/build";
import type { Bench } from "./setup-database";

export const tableOf = {
  preferences: "user_app_preferences",
  notifications: "user_notification_settings",
  dashboard: "user_dashboard_settings",
} as const;
export type SectionName = keyof typeof tableOf;

/** Columns that another version of its programs expects, beside those that the tables have. */
const ofAnotherVersion = `
  alter table public.user_app_preferences add theme text, add language text, add timezone text, add date_format text,
    add time_format text, add currency text, add notifications_enabled boolean;
  alter table public.user_notification_settings add whatsapp_notifications boolean, add lead_updates boolean,
    add quiet_hours_enabled boolean, add quiet_hours_start time, add quiet_hours_end time;
  alter table public.user_dashboard_settings add default_view text, add refresh_interval integer;`;

/** An existing OvenAI without rows. */
export async function createOldTables(bench: Bench): Promise<TestDatabase> {
  const database = await bench.create({ migrations: false, defaults: "open" });
  await buildOvenai(database.pool);
  await database.pool.query(ofAnotherVersion);
  return database;
}

/** A person whose settings of a section are these rows alone; the columns they leave out have the table's defaults. */
export async function personWith(
  pool: pg.Pool,
  section: SectionName,
  rows: readonly JsonObject[],
): Promise<string> {
  const user_id = await createUser(pool);
  await pool.query(`delete from public.${tableOf[section]} where user_id = $1`, [user_id]);
  for (const row of rows) await insertRow(pool, tableOf[section], { user_id, ...row });
  return user_id;
}

/** The value in effect for a person at section.column.key and so on. */
export const effectiveValue = (pool: pg.Pool, person: string, path: string): Promise<Json> =>
  valueOf(pool, person, path, "private.resolve_settings($1, array[to_jsonb(t)]) #> $3::text[]");

/** What the person's own row says there; null where it says nothing. */
export const ownValue = (pool: pg.Pool, person: string, path: string): Promise<Json> =>
  valueOf(pool, person, path, "to_jsonb(t) #> $3::text[]");

async function valueOf(pool: pg.Pool, person: string, path: string, said: string): Promise<Json> {
  const [section, ...rest] = path.split(".");
  const table =
    section === "preferences" || section === "notifications" ? tableOf[section] : tableOf.dashboard;
  const { rows } = await pool.query<{ value: Json }>(
    `select ${said} as value, $1::text as section from public.${table} t
     where user_id = $2 and to_jsonb(t) ->> 'project_id' is null`,
    [section, person, rest],
  );
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${table}`);
  return rows[0]?.value ?? null;
}
