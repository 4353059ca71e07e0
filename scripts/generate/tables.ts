import type { Section } from "@/lib/settings/sections";

/** Where a section is stored, and who has how many rows of it. */
export type SectionTable = Readonly<{
  table: string;
  /** The constraint that makes a scope's row one. */
  key: string;
  /** A row a person; a row a person and project, and one for all projects; a row a person and device. */
  rows: "person" | "project" | "device";
  /** The view of the values in force, with what people are told of it. A device's state has no layers. */
  view?: Readonly<{ name: string; comment: string }>;
}>;

const tables: Readonly<Record<string, SectionTable>> = {
  dashboard: {
    table: "public.user_dashboard_settings",
    key: "user_dashboard_settings_scope_key",
    rows: "project",
    view: {
      name: "public.effective_dashboard_settings",
      comment: "Dashboard settings in force: defaults, the person''s own, the person''s own in the project.",
    },
  },
  notifications: {
    table: "public.user_notification_settings",
    key: "user_notification_settings_user_id_key",
    rows: "person",
    view: {
      name: "public.effective_notification_settings",
      comment: "Notification settings in force: defaults and the person''s own.",
    },
  },
  preferences: {
    table: "public.user_app_preferences",
    key: "user_app_preferences_user_id_key",
    rows: "person",
    view: {
      name: "public.effective_app_preferences",
      comment: "Preferences in force: defaults and the person''s own.",
    },
  },
  session: {
    table: "public.user_session_state",
    key: "user_session_state_session_key",
    rows: "device",
  },
};

/** A section as SQL sees it. Its columns are its first-level keys. */
export type StoredSection = SectionTable & Readonly<{ name: string; columns: readonly string[] }>;

export function storedSection({ name, columns }: Section): StoredSection {
  const table = tables[name];
  if (!table)
    throw new Error(`scripts/generate/tables.ts does not say in which table the section ${name} is`);
  const unusable = Object.keys(columns).find((column) => !/^[a-z][a-z0-9_]{0,62}$/.test(column));
  if (unusable !== undefined)
    throw new Error(`${name}.${unusable} is no name of a column: small letters and underscores`);
  return { ...table, name, columns: Object.keys(columns) };
}

/** Lines of a list of columns, each on its own, so that one more is one line in a diff. */
export const listed = (columns: readonly string[], indent: string, of: (column: string) => string) =>
  columns.map((column) => `${indent}${of(column)}`).join(",\n");
