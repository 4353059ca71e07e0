import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { insertRow } from "../older-documents";
import type { Clients, Projects } from "./fill-tenancy";
import type { People } from "./people";
import {
  editedSettings,
  flatSettings,
  formSettings,
  oddSettings,
  type SettingsRows,
} from "./settings-shapes";

type Table = "user_app_preferences" | "user_notification_settings" | "user_dashboard_settings";

export async function fillSettings(
  pool: pg.Pool,
  people: People,
  clients: Clients,
  projects: Projects,
): Promise<void> {
  await store(pool, people.edited, editedSettings);
  await store(pool, people.flat, flatSettings);
  await store(pool, people.form, formSettings);
  await store(pool, people.odd, oddSettings);
  await fillDashboards(pool, people.edited, clients, projects);
  await fillSessions(pool, people);
  await fillTargets(pool, people, clients, projects);
}

/** In the place of what the sign-up stored. */
async function store(pool: pg.Pool, user_id: string, rows: SettingsRows): Promise<void> {
  const replace = async (table: Table, row: JsonObject) => {
    await pool.query(`delete from public.${table} where user_id = $1`, [user_id]);
    await insertRow(pool, table, { user_id, ...row });
  };
  await replace("user_app_preferences", rows.app);
  await replace("user_notification_settings", rows.notifications);
  await replace("user_dashboard_settings", rows.dashboard);
}

/** The document of `editedSettings` is older than the program's own for the same scope, and there are other scopes. */
async function fillDashboards(
  pool: pg.Pool,
  user_id: string,
  clients: Clients,
  projects: Projects,
): Promise<void> {
  const compact = { defaultView: "compact", refreshInterval: 60_000 };
  const rows: JsonObject[] = [
    { updated_at: "2026-03-01T00:00:00Z" },
    { updated_at: "2026-03-02T00:00:00Z" },
    { client_id: clients.estates, dashboard_preferences: compact, updated_at: "2026-01-05T00:00:00Z" },
    { client_id: clients.estates, updated_at: "2026-03-03T00:00:00Z" },
    {
      client_id: clients.estates,
      project_id: projects.active,
      widget_visibility: { metrics: false, insights: false },
      updated_at: "2026-01-06T00:00:00Z",
    },
    { project_id: projects.active, widget_visibility: { pieCharts: false }, updated_at: null },
    { project_id: projects.ofLongNamed, widget_layout: null, dashboard_preferences: null },
  ];
  for (const row of rows) await insertRow(pool, "user_dashboard_settings", { user_id, ...row });
}

async function fillSessions(pool: pg.Pool, people: People): Promise<void> {
  const context = {
    selectedProject: null,
    selectedClient: null,
    currentPage: "leads",
    filters: {},
    searches: {},
  };
  const rows: JsonObject[] = [
    { user_id: people.owner, session_id: "session-1740000000.123456", current_context: context },
    {
      user_id: people.owner,
      session_id: "tab",
      current_context: context,
      ui_state: { openPanels: ["filters"] },
    },
    { user_id: people.owner, session_id: "tab", ui_state: null, updated_at: "2026-01-01T00:00:00Z" },
    { user_id: people.member, session_id: "מחשב של יוסי", current_context: null },
    { user_id: people.member, session_id: "expired", expires_at: "2020-01-01T00:00:00Z" },
    { user_id: people.odd, session_id: "expired", expires_at: "2020-01-01T00:00:00Z", ui_state: [] },
    { user_id: people.odd, session_id: "endless", expires_at: null },
  ];
  for (const row of rows) await insertRow(pool, "user_session_state", row);
}

/** Each save of targets inserts, because nobody finds a row by a null. */
async function fillTargets(
  pool: pg.Pool,
  people: People,
  clients: Clients,
  projects: Projects,
): Promise<void> {
  const user_id = people.edited;
  const rows: JsonObject[] = [
    { user_id, target_leads_per_month: 140, updated_at: "2026-01-01T00:00:00Z" },
    {
      user_id,
      target_leads_per_month: 160,
      target_conversion_rate: 12.5,
      updated_at: "2026-02-01T00:00:00Z",
    },
    {
      user_id,
      client_id: clients.estates,
      project_id: projects.active,
      target_meetings_per_month: 30,
      custom_targets: { calls: 90 },
    },
  ];
  for (const row of rows) await insertRow(pool, "user_performance_targets", row);
  await insertRow(pool, "user_queue_settings", {
    user_id,
    work_days: { enabled: true, workDays: [0, 1, 2, 3], holidays: ["2026-04-02"] },
    processing_targets: { targetLeadsPerMonth: 500 },
  });
}
