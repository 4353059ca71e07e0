import pg from "pg";
import { addresses } from "./addresses";

/** What the screen claims is compared with what the database holds. Read as the superuser: policies have own tests. */
export type Rows = {
  pool: pg.Pool;
  /** The overrides of one settings row, null where there is none; `projectId` null is the row for all projects. */
  dashboardOverrides(userId: string, projectId: string | null): Promise<Record<string, unknown> | null>;
  /** What a person's row holds, columns without a value of theirs left out; null where there is nothing. */
  stored(section: Section, userId: string): Promise<unknown>;
  /** Paths recorded for a person, oldest first. */
  recordedPaths(userId: string): Promise<string[]>;
  notifications(userId: string): Promise<{ seq: string; title: string; read: boolean }[]>;
};

const tables = {
  dashboard: "user_dashboard_settings",
  notifications: "user_notification_settings",
  preferences: "user_app_preferences",
};
/** Each has one row for all projects. */
export type Section = keyof typeof tables;

export function openRows(): Rows {
  const pool = new pg.Pool({ connectionString: addresses.database, max: 4 });
  // Tests stop the database on purpose; an idle connection that dies then is no error of theirs.
  pool.on("error", () => undefined);
  return {
    pool,
    async dashboardOverrides(userId, projectId) {
      const { rows } = await pool.query<{ overrides: Record<string, unknown> }>(
        `select jsonb_build_object('widget_visibility', widget_visibility, 'widget_layout', widget_layout,
           'dashboard_preferences', dashboard_preferences) as overrides
         from public.user_dashboard_settings where user_id = $1 and project_id is not distinct from $2`,
        [userId, projectId],
      );
      return rows[0]?.overrides ?? null;
    },
    async stored(section, userId) {
      const { rows } = await pool.query<{ row: unknown }>(
        `select jsonb_object_agg(key, value) as row
         from public.${tables[section]} as settings, jsonb_each(to_jsonb(settings))
         where user_id = $1 and to_jsonb(settings) -> 'project_id' is not distinct from $2::jsonb
           and jsonb_typeof(value) = 'object' and value <> '{}'`,
        [userId, section === "dashboard" ? "null" : null],
      );
      return rows[0]?.row ?? null;
    },
    async recordedPaths(userId) {
      const { rows } = await pool.query<{ path: string }>(
        "select path from public.settings_events where owner = $1 order by at, id",
        [userId],
      );
      return rows.map((row) => row.path);
    },
    async notifications(userId) {
      const { rows } = await pool.query<{ seq: string; title: string; read: boolean }>(
        `select seq::text, title, read_at is not null as read
         from public.notifications where user_id = $1 order by seq`,
        [userId],
      );
      return rows;
    },
  };
}
