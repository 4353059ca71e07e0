import { answers, type Program } from "./program";

export const notificationPrograms: readonly Program[] = [
  {
    name: "a service inserts a notification of a lead, without a category",
    as: "service_role",
    sql: `insert into public.notifications (user_id, title, message, type, action_url, metadata)
          values ($1, 'ליד חדש', 'נועה כהן', 'lead', '/leads?highlight=' || $2::text, $3)
          returning title, type, read, metadata, action_url like '/leads?highlight=%' as has_link`,
    values: ({ people, leads }) => [people.owner, leads.first, { event_type: "lead_created" }],
    untouched: answers([
      {
        title: "ליד חדש",
        type: "lead",
        read: false,
        metadata: { event_type: "lead_created" },
        has_link: true,
      },
    ]),
  },
  {
    name: "the browser inserts a notification for another person",
    as: "member",
    sql: `insert into public.notifications (user_id, title, message, type, action_url, metadata)
          values ($1, 'שיחה', 'הודעה חדשה', 'message', '/messages?phone=050-234-5678', '{}')`,
    values: ({ people }) => [people.owner],
    after: "select type, action_url, read from public.notifications where title = 'שיחה'",
    untouched: answers([], {
      after: [{ type: "message", action_url: "/messages?phone=050-234-5678", read: false }],
    }),
  },
  {
    name: "a notification with nothing but its text is of type info, unread, with empty metadata",
    as: "service_role",
    sql: `insert into public.notifications (user_id, title, message) values ($1, 't', 'm')
          returning client_id, type, read, action_url, metadata`,
    values: ({ people }) => [people.owner],
    untouched: answers([{ client_id: null, type: "info", read: false, action_url: null, metadata: {} }]),
  },
  {
    name: "a notification of type STATUS_CHANGE is refused",
    as: "service_role",
    sql: "insert into public.notifications (user_id, title, message, type) values ($1, 't', 'm', 'STATUS_CHANGE')",
    values: ({ people }) => [people.owner],
    untouched: { error: "23514" },
  },
  {
    name: "a person marks the own notification as read",
    as: "owner",
    sql: `update public.notifications set read = true, updated_at = now()
          where title = 'lead_updated' and user_id = $1 returning title, type, read`,
    values: ({ people }) => [people.owner],
    untouched: answers([{ title: "lead_updated", type: "lead", read: true }]),
  },
  {
    name: "a person marks no notification of another as read",
    as: "member",
    sql: "update public.notifications set read = true where user_id = $1 returning title",
    values: ({ people }) => [people.owner],
    untouched: answers([]),
  },
  {
    name: "a person removes the own read notifications of before thirty days",
    as: "member",
    sql: `delete from public.notifications
          where user_id = $1 and read = true and created_at < now() - interval '30 days'
          returning type, length(title) as letters`,
    values: ({ people }) => [people.member],
    untouched: answers([{ type: "info", letters: 255 }]),
  },
  {
    name: "the summary counts a person's notifications by type",
    as: "service_role",
    sql: "select public.get_notification_summary($1) as summary",
    values: ({ people }) => [people.odd],
    untouched: answers([{ summary: { total: 3, unread: 3, by_type: { info: 3 } } }]),
  },
  {
    name: "a count of type lead, in the singular, is refused",
    as: "service_role",
    sql: "insert into public.aggregated_notifications (user_id, notification_type, title) values ($1, 'lead', 't')",
    values: ({ people }) => [people.owner],
    untouched: { error: "23514" },
  },
  {
    name: "a person records a change of a lead",
    as: "member",
    sql: `insert into public.system_changes (user_id, entity_type, entity_id, change_type, description)
          values ($1, 'lead', '1', 'status_changed', 'd') returning entity_type, change_type, is_read`,
    values: ({ people }) => [people.member],
    untouched: answers([{ entity_type: "lead", change_type: "status_changed", is_read: false }]),
  },
];
