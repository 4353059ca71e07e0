import { randomUUID } from "node:crypto";
import type pg from "pg";
import { becomeCaller } from "@/local/test-people";
import type { JsonObject, Json } from "@/lib/settings/json";
import type { SettingsSectionName } from "@/lib/settings/registry";

export type Patched = Readonly<{
  overrides: JsonObject;
  version: number;
  conflicts: readonly { path: string; base: Json; mine: Json; theirs: Json }[];
}>;
export type PatchCall = Readonly<{
  /** `dashboard` if not said. */
  section?: SettingsSectionName;
  /** Of the dashboard; the other sections have one row a person. */
  project?: string | null;
  patch: Json;
  opId?: string;
  base?: JsonObject | null;
  source?: string;
  device?: string;
}>;

const patchFunctions: Record<SettingsSectionName, string> = {
  dashboard: "patch_dashboard_settings",
  notifications: "patch_notification_settings",
  preferences: "patch_app_preferences",
};
/** The table of each section. */
export const settingsTables: Record<SettingsSectionName, string> = {
  dashboard: "public.user_dashboard_settings",
  notifications: "public.user_notification_settings",
  preferences: "public.user_app_preferences",
};

/** Calls the function as the API does: a transaction of its own, committed, with the caller's role and claims. */
export const patchSettings = (pool: pg.Pool, userId: string, call: PatchCall): Promise<Patched> =>
  committedAs(pool, userId, (client) => patchWithin(client, call));

export async function patchWithin(client: pg.ClientBase, call: PatchCall): Promise<Patched> {
  const { section = "dashboard", project = null, patch, opId = randomUUID(), base = null } = call;
  const { rows } = await client.query<{ answer: Patched }>(
    `select public.${patchFunctions[section]}($1, $2, $3, $4, $5, $6) as answer`,
    [
      section === "dashboard" ? { project_id: project } : {},
      JSON.stringify(patch),
      opId,
      base,
      call.source ?? "ui",
      call.device ?? null,
    ],
  );
  const answer = rows[0]?.answer;
  if (!answer) throw new Error(`${patchFunctions[section]} answered nothing`);
  return answer;
}

/** Like actAs, but what was done stays. */
export async function committedAs<T>(
  pool: pg.Pool,
  userId: string | null,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await becomeCaller(client, userId, "authenticated");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

export type EventRow = Readonly<{
  path: string;
  before: Json;
  after: Json;
  source: string;
  op_id: string | null;
  device: string | null;
  actor: string | null;
  version: number;
}>;

/** The record of one document, oldest first. */
export async function eventsOf(
  pool: pg.Pool,
  userId: string,
  project: string | null = null,
): Promise<EventRow[]> {
  const { rows } = await pool.query<EventRow>(
    `select path, before, after, source, op_id, device, actor, version from public.settings_events
     where owner = $1 and project_id is not distinct from $2 order by id`,
    [userId, project],
  );
  return rows;
}

/** Returns when a session of this database waits for a lock of another. */
export async function untilSomebodyWaits(pool: pg.Pool): Promise<void> {
  const sql = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await pool.query(sql)).rowCount === 0);
}
