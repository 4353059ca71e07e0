import { answers, type Program } from "./program";

const interfaceSettings = { theme: "dark", language: "he", rtl: true, density: "compact" };
const channels = { leadUpdates: false, meetingReminders: true, systemAlerts: true };

export const settingsPrograms: readonly Program[] = [
  {
    name: "the app saves the app preferences of a person who has some, on conflict of the person",
    as: "edited",
    sql: `insert into public.user_app_preferences (user_id, interface_settings, updated_at) values ($1, $2, now())
          on conflict (user_id)
            do update set interface_settings = excluded.interface_settings, updated_at = excluded.updated_at
          returning interface_settings, data_preferences -> 'currency' as currency`,
    values: ({ people }) => [people.edited, interfaceSettings],
    untouched: answers([{ interface_settings: interfaceSettings, currency: "ILS" }]),
  },
  {
    name: "the app saves the notification settings of a person, on conflict of the person",
    as: "untouched",
    sql: `insert into public.user_notification_settings (user_id, email_notifications, sms_notifications)
          values ($1, $2, $2)
          on conflict (user_id) do update set
            email_notifications = excluded.email_notifications, sms_notifications = excluded.sms_notifications
          returning email_notifications, sms_notifications, notification_schedule -> 'timezone' as timezone`,
    values: ({ people }) => [people.untouched, channels],
    untouched: answers([{ email_notifications: channels, sms_notifications: channels, timezone: "UTC" }]),
  },
  {
    name: "no person saves the app preferences of another",
    as: "untouched",
    sql: "insert into public.user_app_preferences (user_id) values ($1) on conflict (user_id) do nothing",
    values: ({ people }) => [people.edited],
    untouched: { error: "42501" },
  },
  {
    name: "the app saves the dashboard of a project, on conflict of person, client and project",
    as: "edited",
    sql: `insert into public.user_dashboard_settings (user_id, client_id, project_id, widget_visibility)
          values ($1, $2, $3, '{"metrics": true, "insights": false}')
          on conflict (user_id, client_id, project_id) do update set widget_visibility = excluded.widget_visibility
          returning widget_visibility, widget_layout`,
    values: ({ people, clients, projects }) => [people.edited, clients.estates, projects.active],
    untouched: answers([{ widget_visibility: { metrics: true, insights: false }, widget_layout: [] }]),
  },
  {
    name: "the app saves one more dashboard for all projects, for nulls never conflict",
    as: "untouched",
    sql: `insert into public.user_dashboard_settings (user_id, client_id, project_id) values ($1, null, null)
          on conflict (user_id, client_id, project_id) do nothing returning widget_visibility -> 'metrics' as metrics`,
    values: ({ people }) => [people.untouched],
    untouched: answers([{ metrics: true }]),
  },
  {
    name: "the app updates the session of a tab, or inserts it",
    as: "owner",
    sql: `with updated as (
            update public.user_session_state set ui_state = '{"openPanels": []}', last_activity = now()
            where user_id = $1 and session_id = 'tab.1' returning session_id
          )
          insert into public.user_session_state (user_id, session_id, ui_state)
          select $1, 'tab.1', '{"openPanels": []}' where not exists (select from updated)
          returning session_id, ui_state, current_context -> 'currentPage' as page`,
    values: ({ people }) => [people.owner],
    untouched: answers([{ session_id: "tab.1", ui_state: { openPanels: [] }, page: "dashboard" }]),
  },
  {
    name: "expired sessions are removed and counted, as an integer",
    as: "service_role",
    sql: "select n, pg_typeof(n)::text as type from public.cleanup_expired_sessions() n",
    untouched: answers([{ n: 2, type: "integer" }]),
  },
  {
    name: "each save of targets inserts a row",
    as: "edited",
    sql: `insert into public.user_performance_targets (user_id, target_leads_per_month) values ($1, 200)
          returning target_leads_per_month, target_conversion_rate, custom_targets`,
    values: ({ people }) => [people.edited],
    untouched: answers([
      { target_leads_per_month: 200, target_conversion_rate: "15.00", custom_targets: {} },
    ]),
  },
  {
    name: "the app saves the settings of the queue, on conflict of the person",
    as: "edited",
    sql: `insert into public.user_queue_settings (user_id, automation) values ($1, '{"autoStartQueue": true}')
          on conflict (user_id) do update set automation = excluded.automation
          returning automation, processing_targets`,
    values: ({ people }) => [people.edited],
    untouched: answers([
      { automation: { autoStartQueue: true }, processing_targets: { targetLeadsPerMonth: 500 } },
    ]),
  },
  {
    name: "a person reads the own credentials and nobody else's",
    as: "owner",
    sql: "select credential_type, environment, is_active from public.user_api_credentials order by environment",
    untouched: answers([
      { credential_type: "calendly", environment: "development", is_active: false },
      { credential_type: "calendly", environment: "staging", is_active: false },
    ]),
  },
];
