import { closed, own, team, type Target } from "./access-target";
import { signedIn, type World } from "./world";

type Person = "owner" | "exMember";
const mine = (person: Person, condition: string) => (world: World) =>
  `user_id = '${world.people[person]}' and ${condition}`;

/** What no policy of an own row may let through, whichever columns are granted. */
const asAnother = (table: string, column: string): NonNullable<Target["beyondGrants"]> => [
  {
    what: `write a row of ${table} in another's name`,
    grant: "insert (user_id)",
    by: "stranger",
    sql: (world) =>
      `insert into ${table} (user_id${column}) values ('${world.people.member}'${
        column && ", 'another-device'"
      })`,
  },
  {
    what: `hand a row of ${table} to another`,
    grant: "update (user_id)",
    by: "owner",
    sql: (world) => `update ${table} set user_id = '${world.people.viewer}'`,
  },
];

const dashboard = "public.user_dashboard_settings";

const dashboardOf = (person: Person, scope: "project" | "all"): Target => {
  const reachable = person === "owner" || scope === "all" ? [person] : [];
  return {
    table: dashboard,
    what: `the ${person}'s settings ${scope === "all" ? "for all projects" : "in the project"}`,
    where: own(person, scope),
    select: reachable,
    insert: { row: (world) => `(project_id) values ('${world.otherProjectId}')`, by: team },
    update: { set: `widget_visibility = '{"insights": false}'`, by: reachable },
    delete: reachable,
  };
};

const dashboardRows: readonly Target[] = [
  {
    ...dashboardOf("owner", "project"),
    beyondGrants: [
      ...asAnother(dashboard, ""),
      {
        what: "move a settings row into a project of others",
        grant: "update (project_id)",
        // The one person of whom a blind update reaches a single row.
        by: "exMember",
        sql: (world) => `update ${dashboard} set project_id = '${world.foreignProjectId}'`,
      },
    ],
  },
  dashboardOf("owner", "all"),
  dashboardOf("exMember", "project"),
  dashboardOf("exMember", "all"),
];

/** Tables of one row a person, whoever they work with. */
const personal = (name: string, what: string, column: string, value: string): Target[] => {
  const table = `public.${name}`;
  const rowOf = (person: Person): Target => ({
    table,
    what: `the ${person}'s ${what}`,
    where: mine(person, "true"),
    select: [person],
    insert: {
      row: () =>
        `(${column}) values ('${value}') on conflict (user_id) do update set ${column} = excluded.${column}`,
      by: signedIn,
    },
    update: { set: `${column} = '${value}'`, by: [person] },
    delete: [person],
  });
  return [{ ...rowOf("owner"), beyondGrants: asAnother(table, "") }, rowOf("exMember")];
};

const stateOf = (device: "live-device" | "expired-device"): Target => ({
  table: "public.user_session_state",
  what: `the state of the owner's ${device.replace("-", " ")}`,
  where: mine("owner", `session_id = '${device}'`),
  select: device === "live-device" ? ["owner"] : [],
  insert: { row: () => "(session_id) values ('another-device')", by: signedIn },
  update: { set: "ui_state = '{}'", by: device === "live-device" ? ["owner"] : [] },
  delete: ["owner"],
});

const eventsOf = (person: Person, scope: "project" | "all"): Target => ({
  table: "public.settings_events",
  what: `the record of the ${person}'s settings ${scope === "all" ? "for all projects" : "in the project"}`,
  where: (world) => own(person, scope)(world).replace("user_id", "owner"),
  select: person === "owner" || scope === "all" ? [person] : [],
  ...closed,
});

const inForce = (view: string, where: Target["where"]): Target => ({
  table: `public.${view}`,
  what: `the owner's settings in force, by ${view}`,
  where,
  select: ["owner"],
  ...closed,
  column: "user_id",
});

export const settingsMatrix: readonly Target[] = [
  ...dashboardRows,
  ...personal(
    "user_notification_settings",
    "notification settings",
    "email_notifications",
    '{"leadUpdates": true}',
  ),
  ...personal("user_app_preferences", "preferences", "interface_settings", '{"theme": "light"}'),
  { ...stateOf("live-device"), beyondGrants: asAnother("public.user_session_state", ", session_id") },
  stateOf("expired-device"),
  eventsOf("owner", "project"),
  eventsOf("owner", "all"),
  eventsOf("exMember", "project"),
  eventsOf("exMember", "all"),
  inForce("effective_dashboard_settings", own("owner", "project")),
  inForce("effective_notification_settings", mine("owner", "true")),
  inForce("effective_app_preferences", mine("owner", "true")),
];
