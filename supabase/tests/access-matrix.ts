import type { Target } from "./access-target";
import type { SignedIn, World } from "./world";

const team = ["owner", "member", "viewer"] as const;
const own = (person: SignedIn, scope: "project" | "all") => (world: World) =>
  `user_id = '${world.people[person]}' and project_id ${scope === "all" ? "is null" : `= '${world.projectId}'`}`;
const inProject = (world: World) => `project_id = '${world.projectId}'`;
const closed = { insert: "refused", update: "refused", delete: "refused" } as const;

const toggles = { set: `widget_visibility = '{"insights": false}'` };
const state = { set: "read = true" };
const settings = "public.user_dashboard_settings";
const newRow = (world: World) => `(project_id) values ('${world.otherProjectId}')`;

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
  ...["lead_events", "meetings", "messages", "performance_targets"].map((name) => ({
    table: `public.${name}`,
    what: `a row of ${name} of the project`,
    where: inProject,
    select: team,
    ...closed,
  })),
];

const settingsOf = (person: "owner" | "exMember", scope: "project" | "all"): Target => {
  const reachable = person === "owner" || scope === "all" ? [person] : [];
  const word = scope === "all" ? "for all projects" : "in the project";
  return {
    table: settings,
    what: `the ${person}'s settings ${word}`,
    where: own(person, scope),
    select: reachable,
    insert: { row: newRow, by: team },
    update: { ...toggles, by: reachable },
    delete: reachable,
  };
};

const settingsRows: readonly Target[] = [
  {
    ...settingsOf("owner", "project"),
    beyondGrants: [
      {
        what: "write settings in another's name",
        grant: "insert (user_id)",
        by: "stranger",
        sql: (world) => `insert into ${settings} (user_id, widget_visibility)
          values ('${world.people.member}', '{"metrics": false}')`,
      },
      {
        what: "hand a settings row to another",
        grant: "update (user_id)",
        by: "owner",
        sql: (world) => `update ${settings} set user_id = '${world.people.viewer}'`,
      },
      {
        what: "move a settings row into a project of others",
        grant: "update (project_id)",
        // The one person of whom a blind update reaches a single row.
        by: "exMember",
        sql: (world) => `update ${settings} set project_id = '${world.foreignProjectId}'`,
      },
    ],
  },
  settingsOf("owner", "all"),
  settingsOf("exMember", "project"),
  settingsOf("exMember", "all"),
];

const eventsOf = (person: "owner" | "exMember", scope: "project" | "all"): Target => ({
  table: "public.settings_events",
  what: `the record of the ${person}'s settings ${scope === "all" ? "for all projects" : "in the project"}`,
  where: (world) => own(person, scope)(world).replace("user_id", "owner"),
  select: person === "owner" || scope === "all" ? [person] : [],
  ...closed,
});

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

export const accessMatrix: readonly Target[] = [
  ...tenancy,
  ...leads,
  ...settingsRows,
  eventsOf("owner", "project"),
  eventsOf("owner", "all"),
  eventsOf("exMember", "project"),
  eventsOf("exMember", "all"),
  ...notifications,
];

/** Tables nobody reaches through the API; the service reads them. */
export const closedTables = [
  "private.erasures",
  "private.notification_counters",
  "private.rate_counters",
  "private.rate_limits",
  "private.settings_operations",
] as const;
