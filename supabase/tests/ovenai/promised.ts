/** What programs of an existing OvenAI database name or rest on, as lines of the catalogue. */

export const settingsTables = [
  "user_app_preferences",
  "user_notification_settings",
  "user_dashboard_settings",
  "user_session_state",
] as const;

const reference = (table: string, column: string, target: string, rule = "") =>
  `public.${table} ${table}_${column}_fkey: FOREIGN KEY (${column}) REFERENCES ${target}(id)${rule}`;
const cascade = " ON DELETE CASCADE";
const unique = (table: string, name: string, columns: string) =>
  `public.${table} ${name}: UNIQUE (${columns})`;

export const constraints = [
  unique("client_members", "client_members_user_id_client_id_key", "user_id, client_id"),
  unique("project_members", "project_members_project_id_user_id_key", "project_id, user_id"),
  unique("lead_members", "lead_members_lead_id_user_id_key", "lead_id, user_id"),
  unique(
    "conversation_members",
    "conversation_members_conversation_id_user_id_key",
    "conversation_id, user_id",
  ),
  unique("user_app_preferences", "user_app_preferences_user_id_key", "user_id"),
  unique("user_notification_settings", "user_notification_settings_user_id_key", "user_id"),
  unique(
    "user_dashboard_settings",
    "user_dashboard_settings_user_id_client_id_project_id_key",
    "user_id, client_id, project_id",
  ),
  unique(
    "user_performance_targets",
    "user_performance_targets_user_id_client_id_project_id_key",
    "user_id, client_id, project_id",
  ),
  unique("user_queue_settings", "user_queue_settings_user_id_key", "user_id"),
  unique(
    "user_api_credentials",
    "user_api_credentials_user_id_credential_type_credential_nam_key",
    "user_id, credential_type, credential_name, environment",
  ),
  reference("clients", "user_id", "auth.users"),
  reference("client_members", "client_id", "public.clients", cascade),
  reference("client_members", "user_id", "auth.users", cascade),
  reference("projects", "client_id", "public.clients", " ON DELETE SET NULL"),
  reference("project_members", "project_id", "public.projects", cascade),
  reference("project_members", "user_id", "auth.users", cascade),
  reference("lead_members", "user_id", "auth.users", cascade),
  reference("conversation_members", "user_id", "auth.users", cascade),
  reference("leads", "client_id", "public.clients"),
  reference("leads", "current_project_id", "public.projects"),
  reference("notifications", "user_id", "auth.users", cascade),
  reference("user_dashboard_settings", "client_id", "public.clients", cascade),
  reference("user_dashboard_settings", "project_id", "public.projects", cascade),
  reference("lead_processing_queue", "project_id", "public.projects", " ON DELETE SET NULL"),
] as const;

const index = (table: string, name: string, column: string) =>
  `CREATE INDEX ${name} ON public.${table} USING btree (${column})`;

export const indexes = [
  ...settingsTables.map((table) => index(table, `idx_${table}_user_id`, "user_id")),
  index("user_dashboard_settings", "idx_user_dashboard_settings_project_id", "project_id"),
  index("user_session_state", "idx_user_session_state_session_id", "session_id"),
  index("user_session_state", "idx_user_session_state_expires_at", "expires_at"),
  ...["user_id", "created_at", "read", "type"].map((column) =>
    index("notifications", `idx_notifications_${column}`, column),
  ),
] as const;

const calls = (table: string) => [
  `public.${table} ${table}_to_backend_webhook_trigger: AFTER INSERT, public.notify_backend_webhook`,
  `public.${table} ${table}_to_backend_webhook_update_trigger: AFTER UPDATE, public.notify_backend_webhook`,
];
const owners = (table: string) =>
  `public.${table} add_owner_membership_${table}_trg: AFTER INSERT, public.add_owner_membership`;

export const triggers = [
  ...["clients", "projects", "leads"].flatMap(calls),
  ...calls("conversations").map((line) => (line.includes("_update_") ? `${line} (off)` : line)),
  ...["projects", "leads", "conversations"].map(owners),
  "public.projects create_project_membership_trigger: AFTER INSERT, public.create_project_membership",
  "public.conversations create_conversation_membership_trigger: AFTER INSERT, public.create_conversation_membership",
  "public.clients validate_client_before_insert: BEFORE INSERT, public.validate_client",
  "public.clients validate_client_before_update: BEFORE UPDATE, public.validate_client",
  "public.projects validate_project_client_id_trigger: BEFORE INSERT OR UPDATE, public.validate_project_client_id",
  "public.leads update_project_lead_counts_delete_trg: AFTER DELETE, public.update_project_lead_counts",
  ...[...settingsTables, "notifications", "profiles"].map(
    (table) => `public.${table} update_${table}_updated_at: BEFORE UPDATE, public.update_updated_at_column`,
  ),
];
