import { answers, type Program } from "./program";

const stored = (person: string) => `
  select
    (select count(*)::int from public.profiles t where t.id = u.id) as profiles,
    (select count(*)::int from public.user_app_preferences t where t.user_id = u.id) as app,
    (select count(*)::int from public.user_notification_settings t where t.user_id = u.id) as notification,
    (select count(*)::int from public.user_dashboard_settings t where t.user_id = u.id) as dashboard,
    (select count(*)::int from public.user_performance_targets t where t.user_id = u.id) as targets,
    (select count(*)::int from public.user_session_state t where t.user_id = u.id and t.session_id like 'session-%.%')
      as session,
    (select count(*)::int from public.aggregated_notifications t where t.user_id = u.id) as aggregated,
    (select count(*)::int from public.notifications t where t.user_id = u.id and t.title like 'Welcome%') as welcome
  from auth.users u where u.email = '${person}@ovenai.test'`;

const once = {
  profiles: 0,
  app: 1,
  notification: 1,
  dashboard: 1,
  targets: 1,
  session: 1,
  aggregated: 1,
  welcome: 1,
};
const twice = { ...once, dashboard: 2, targets: 2, session: 2, aggregated: 2, welcome: 2 };

export const servicePrograms: readonly Program[] = [
  {
    name: "a sign-up stores settings, a session and a welcome, and no profile",
    as: "postgres",
    sql: "insert into auth.users (id, email) values (gen_random_uuid(), 'new@ovenai.test') returning email",
    after: stored("new"),
    untouched: answers([{ email: "new@ovenai.test" }], { after: [once] }),
  },
  {
    name: "the initialiser adds to what is there, but for the two tables of one row a person",
    as: "service_role",
    sql: "select public.initialize_complete_user_english($1, 'untouched@ovenai.test') as answer",
    values: ({ people }) => [people.untouched],
    after: stored("untouched"),
    untouched: answers([{ answer: { success: true } }], { after: [twice] }),
  },
  {
    name: "the first initialiser answers success and stores nothing",
    as: "service_role",
    sql: "select public.initialize_complete_user($1, 'untouched@ovenai.test') as answer",
    values: ({ people }) => [people.untouched],
    after: stored("untouched"),
    untouched: answers([{ answer: { success: true } }], { after: [once] }),
  },
  {
    name: "the initialiser of existing accounts finds nobody without app preferences",
    as: "service_role",
    sql: "select public.initialize_existing_users() as n",
    untouched: answers([{ n: 0 }]),
  },
  {
    name: "the sync stores a client with the system's account as SYSTEM, with one outbound call",
    as: "service_role",
    sql: "select public.handle_cross_database_insert('clients', $1) as answer",
    values: () => [{ name: "Synced", description: "d", contact_info: { phone: "050-234-7006" } }],
    after: `select m.role, m.user_id from public.client_members m join public.clients c on c.id = m.client_id
            where c.name = 'Synced'`,
    untouched: answers([{ answer: { success: true } }], {
      outbound: 1,
      after: [{ role: "SYSTEM", user_id: "id" }],
    }),
  },
  {
    name: "the sync answers as data that the members of projects refuse its role",
    as: "service_role",
    sql: "select public.handle_cross_database_insert('projects', $1) as answer",
    values: ({ clients }) => [{ name: "x", client_id: clients.estates }],
    untouched: answers([{ answer: { success: false, code: "23514" } }]),
  },
  {
    name: "the sync answers as data that leads lack its columns",
    as: "service_role",
    sql: `select public.handle_cross_database_insert('leads', '{"name": "x"}') as answer`,
    untouched: answers([{ answer: { success: false, code: "42703" } }]),
  },
  {
    name: "a client that is made past the memberships calls out once",
    as: "service_role",
    sql: `select public.insert_client_bypass_membership('Past', 'd', '{"email": "past@clients.test"}') as id`,
    untouched: answers([{ id: "id" }], { outbound: 1 }),
  },
  {
    name: "the counts of all projects are refreshed, with one outbound call for each",
    as: "service_role",
    sql: "select public.refresh_all_project_lead_counts() as n",
    untouched: answers([{ n: 10 }], { outbound: 10 }),
  },
  {
    name: "is_admin means the role of the profile",
    as: "member",
    sql: "select public.is_admin($1) as owner, public.is_admin($2) as admin",
    values: ({ people }) => [people.owner, people.admin],
    untouched: answers([{ owner: true, admin: false }]),
  },
  {
    name: "the webhook's message into the view of messages is refused, for it names columns that are not there",
    as: "service_role",
    sql: "insert into public.whatsapp_messages (lead_id, message_content) values ($1, 'x')",
    values: ({ leads }) => [leads.first],
    untouched: { error: "42703" },
  },
];
