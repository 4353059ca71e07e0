import pg from "pg";
import { addresses } from "./addresses";

/** What the screen claims is compared with what the database holds. Read as the superuser: policies have own tests. */
export type Rows = {
  pool: pg.Pool;
  /** The overrides of one settings row, null where there is none; `projectId` null is the row for all projects. */
  dashboardOverrides(userId: string, projectId: string | null): Promise<Record<string, unknown> | null>;
  /** Paths recorded for a person, oldest first. */
  recordedPaths(userId: string): Promise<string[]>;
  notifications(userId: string): Promise<{ seq: string; title: string; read: boolean }[]>;
};

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
