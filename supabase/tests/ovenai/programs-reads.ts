import { answers, type Program } from "./program";

export const readPrograms: readonly Program[] = [
  {
    name: "a member of a client reads that client and no other",
    as: "member",
    sql: "select name, description, status, contact_info, whatsapp_phone_number from public.clients order by name",
    untouched: answers([
      {
        name: "נכסי הגליל",
        description: "דירות בצפון",
        status: "ACTIVE",
        contact_info: { email: "office@estates.test", phone: "04-234-5678" },
        whatsapp_phone_number: "050-234-5601",
      },
    ]),
  },
  {
    name: "a member of a client reads all its projects, of whatever state",
    as: "member",
    sql: 'select status, client_id from public.projects order by status collate "C"',
    untouched: answers(
      ["ACTIVE", "active", "archived", "completed", "draft", "inactive", "pending", null].map((status) => ({
        status,
        client_id: "id",
      })),
    ),
  },
  {
    name: "a member of a project alone reads that project",
    as: "projectOnly",
    sql: "select name, settings, metadata -> 'lead_count' as lead_count from public.projects",
    untouched: answers([{ name: "מגדלי הים", settings: { autoReply: true }, lead_count: 2 }]),
  },
  {
    name: "a member of a client reads the leads of the client and those of its projects",
    as: "lowerMember",
    sql: `select count(*)::int as n, count(client_id)::int as with_client,
            count(current_project_id)::int as with_project from public.leads`,
    untouched: answers([{ n: 42, with_client: 35, with_project: 36 }]),
  },
  {
    name: "the list of a project's leads has their names, words and numbers",
    as: "member",
    sql: `select first_name, last_name, phone, status, state, bant_status, requires_human_review from public.leads
          where current_project_id = $1 and phone like '05_-234-567%' order by phone`,
    values: ({ projects }) => [projects.active],
    untouched: answers([
      {
        first_name: "נועה",
        last_name: "כהן",
        phone: "050-234-5678",
        status: "new",
        state: "new_lead",
        bant_status: "unqualified",
        requires_human_review: false,
      },
      {
        first_name: "דוד",
        last_name: null,
        phone: "052-234-5679",
        status: "qualified",
        state: "meeting_set",
        bant_status: "burning",
        requires_human_review: true,
      },
    ]),
  },
  {
    name: "a member of a client without leads reads none",
    as: "outsider",
    sql: "select id from public.leads",
    untouched: answers([]),
  },
  {
    name: "the view of messages has the active ones, and takes no direction for inbound",
    as: "member",
    sql: `select content, direction, sender_number, wamid from public.whatsapp_messages
          where lead_id = $1 order by wa_timestamp`,
    values: ({ leads }) => [leads.first],
    untouched: answers([
      {
        content: "שלום, הדירה פנויה?",
        direction: "inbound",
        sender_number: "050-234-5678",
        wamid: "wamid.1",
      },
      { content: "כן. מתי נוח לך?", direction: "outbound", sender_number: "050-234-5678", wamid: null },
      { content: "מחר בבוקר", direction: "inbound", sender_number: "050-234-5678", wamid: null },
    ]),
  },
  {
    name: "a member reads who belongs to the client, people or none, in every spelling of the role",
    as: "member",
    sql: `select role, user_id is null as without_person from public.client_members where client_id = $1
          order by role collate "C", user_id is null`,
    values: ({ clients }) => [clients.estates],
    untouched: answers([
      { role: "ADMIN", without_person: false },
      { role: "MEMBER", without_person: false },
      { role: "OWNER", without_person: false },
      { role: "SYSTEM", without_person: false },
      { role: "SYSTEM", without_person: true },
      { role: "admin", without_person: false },
      { role: "member", without_person: false },
      { role: "member", without_person: true },
    ]),
  },
  {
    name: "a person reads the own notifications, newest first",
    as: "owner",
    sql: `select title, type, read, metadata -> 'priority' as priority from public.notifications
          where metadata ? 'event_type' order by created_at desc limit 3`,
    untouched: answers([
      { title: "heat_progression", type: "success", read: false, priority: "low" },
      { title: "bant_progression", type: "success", read: false, priority: "urgent" },
      { title: "user_registration", type: "success", read: false, priority: "high" },
    ]),
  },
  {
    name: "a person reads the own settings of the four tables and nobody else's",
    as: "untouched",
    sql: `select (select count(*)::int from public.user_app_preferences) as app,
            (select count(*)::int from public.user_notification_settings) as notification,
            (select count(*)::int from public.user_dashboard_settings) as dashboard,
            (select count(*)::int from public.user_session_state) as session`,
    untouched: answers([{ app: 1, notification: 1, dashboard: 1, session: 1 }]),
  },
];
