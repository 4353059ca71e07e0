import { settingsMatrix } from "./access-matrix-settings";
import { closed, own, team, type Target } from "./access-target";
import type { World } from "./world";

const inProject = (world: World) => `project_id = '${world.projectId}'`;

const state = { set: "read = true" };

const tenancy: readonly Target[] = [
  {
    table: "public.clients",
    what: "the client",
    where: (world) => `id = '${world.clientId}'`,
    select: team,
    ...closed,
  },
  {
    table: "public.client_members",
    what: "the owner's place in the client",
    where: (world) => `client_id = '${world.clientId}'`,
    select: ["owner"],
    ...closed,
    column: "role",
  },
  {
    table: "public.projects",
    what: "the project",
    where: (world) => `id = '${world.projectId}'`,
    select: team,
    ...closed,
  },
  {
    table: "public.project_members",
    what: "the owner's place in the project",
    where: (world) => `project_id = '${world.projectId}' and user_id = '${world.people.owner}'`,
    select: team,
    ...closed,
    column: "role",
  },
];

const leads: readonly Target[] = [
  {
    table: "public.leads",
    what: "a lead of the project",
    where: (world) => `id = '${world.leadId}'`,
    select: team,
    insert: "refused",
    update: { set: "heat = 'hot'", by: ["owner", "member"] },
    delete: "refused",
    beyondGrants: [
      {
        what: "move a lead into a project of others",
        grant: "update (project_id)",
        by: "owner",
        sql: (world) => `update public.leads set project_id = '${world.foreignProjectId}'`,
      },
    ],
  },
  ...[
    "public.lead_events",
    "public.meetings",
    "public.messages",
    "public.lead_notes",
    "public.lead_mails",
    "public.lead_mail_stops",
    "private.lead_tallies",
  ].map((name) => ({
    table: name,
    ...(name === "private.lead_tallies" && { column: "n" }),
    ...(name === "public.lead_mail_stops" && { column: "at" }),
    what: `a row of ${name} of the project`,
    where: inProject,
    select: team,
    ...closed,
  })),
  {
    table: "public.performance_targets",
    what: "a target of the project",
    where: inProject,
    select: team,
    insert: {
      by: ["owner"],
      row: (world) =>
        `(project_id, metric, period_start, target) values ('${world.projectId}', 'meetings', '2026-12-01', 3)`,
    },
    update: { set: "target = 5", by: ["owner"] },
    delete: ["owner"],
    beyondGrants: [
      {
        what: "move a target into a project of others",
        grant: "update (project_id)",
        by: "owner",
        sql: (world) => `update public.performance_targets set project_id = '${world.foreignProjectId}'`,
      },
    ],
  },
];

const notificationOf = (person: "owner" | "exMember", scope: "project" | "all"): Target => {
  const reachable = person === "owner" || scope === "all" ? [person] : [];
  return {
    table: "public.notifications",
    what: `the ${person}'s notification ${scope === "all" ? "of no project" : "of the project"}`,
    where: own(person, scope),
    select: reachable,
    insert: "refused",
    update: { ...state, by: reachable },
    delete: "refused",
  };
};

const notifications: readonly Target[] = [
  {
    ...notificationOf("owner", "project"),
    beyondGrants: [
      {
        what: "hand a notification to another",
        grant: "update (user_id)",
        by: "owner",
        sql: (world) => `update public.notifications set user_id = '${world.people.viewer}'`,
      },
      {
        what: "move a notification into a project of others",
        grant: "update (project_id)",
        by: "owner",
        sql: (world) => `update public.notifications set project_id = '${world.foreignProjectId}'`,
      },
    ],
  },
  notificationOf("owner", "all"),
  notificationOf("exMember", "project"),
  notificationOf("exMember", "all"),
];

const subscriptions: readonly Target[] = (["owner", "exMember"] as const).map((person) => ({
  table: "public.notification_subscriptions",
  what: `what the ${person} follows in the project`,
  where: own(person, "project"),
  select: person === "owner" ? [person] : [],
  ...closed,
  column: "state",
}));

const connections: readonly Target[] = (["owner", "exMember"] as const).map((person) => ({
  table: "public.integration_connections",
  what: `what the ${person} has connected`,
  where: (world) => `user_id = '${world.people[person]}'`,
  select: [person],
  ...closed,
  column: "status",
}));

export const accessMatrix: readonly Target[] = [
  ...tenancy,
  ...leads,
  ...settingsMatrix,
  ...notifications,
  ...subscriptions,
  ...connections,
];

/** Tables nobody reaches through the API; the service reads them. */
export const closedTables = [
  "private.calendar_addresses",
  "private.counted_leads",
  "private.deliveries",
  "private.delivery_state",
  "private.destination_codes",
  "private.destinations",
  "private.erasures",
  "private.faults",
  "private.integration_bookings",
  "private.integration_credentials",
  "private.integration_events",
  "private.meeting_answers",
  "private.notification_counters",
  "private.planned_notifications",
  "private.project_apps",
  "private.project_posts",
  "private.rate_counters",
  "private.rate_limits",
  "private.retention",
  "private.settings_operations",
  "private.sign_in_attempts",
  "private.sign_in_limits",
  "private.suppressions",
  "private.webhook_events",
  "private.whatsapp_accounts",
  "private.whatsapp_contacts",
  "private.whatsapp_messages",
  "private.whatsapp_templates",
] as const;
