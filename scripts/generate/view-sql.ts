import { listed, type StoredSection } from "./tables";

type Effective = StoredSection & Required<Pick<StoredSection, "view">>;

const hasView = (section: StoredSection): section is Effective => section.view !== undefined;

/** The values in force, for other SQL, one column of a view for each of its section; and whom they are told of. */
export function viewSql(sections: readonly StoredSection[]): string {
  const effective = sections.filter(hasView);
  const names = [...effective.map(({ view }) => view.name), "private.settings_people"];
  return [
    `-- Dropped first, because a view can grow only so; each leans on the last.
drop view if exists
${listed(names, "  ", (name) => name)};`,
    peopleView(effective),
    ...effective.map(effectiveView),
    `revoke all on table
${listed(names, "  ", (name) => name)}
  from public, anon, authenticated, service_role;
grant select on table
${listed(names, "  ", (name) => name)}
  to authenticated, service_role;`,
  ].join("\n\n");
}

const peopleView = (
  sections: readonly StoredSection[],
) => `-- Everybody whose settings somebody may ask for: who is in a project or a client, and who has settings. A signed-in
-- caller is one person; the service, which has no id, is told of all.
create view private.settings_people with (security_invoker = true) as
select people.user_id
from (
  select m.user_id from private.tenant_members m
  union
  select m.user_id from private.tenant_client_members m
${sections.map(({ table }) => `  union\n  select s.user_id from ${table} s`).join("\n")}
  union
  select auth.uid() where auth.uid() is not null
) people
-- A colleague's rows are hidden from a caller: without this, colleagues would show with the defaults.
where (select auth.uid()) is null or people.user_id = (select auth.uid());`;

function effectiveView({ name, table, columns, rows, view }: Effective): string {
  const [keys, from] = rows === "project" ? ofProjects(table) : ofPeople(table);
  const layers = rows === "project" ? "to_jsonb(general), to_jsonb(particular)" : "to_jsonb(own)";
  return `create view ${view.name} with (security_invoker = true) as
select ${keys},
${listed(columns, "  ", (column) => `resolved.document -> '${column}' as ${column}`)}
${from}
cross join lateral (
  select private.resolve_settings('${name}', array[${layers}]) as document
) resolved;
comment on view ${view.name} is
  '${view.comment} A leaf of no value today counts as absent.';`;
}

const ofPeople = (table: string) => [
  "p.user_id",
  `from private.settings_people p
left join ${table} own on own.user_id = p.user_id`,
];

/** One row for a person and each project they are in, and one (project_id null) for what holds in all their projects. */
const ofProjects = (table: string) => [
  "scope.user_id, scope.project_id",
  `from (
  select p.user_id, null::uuid as project_id from private.settings_people p
  union all
  select m.user_id, m.project_id from private.tenant_members m
  where (select auth.uid()) is null or m.user_id = (select auth.uid())
) scope
left join ${table} general
  on general.user_id = scope.user_id and general.project_id is null
left join ${table} particular
  on particular.user_id = scope.user_id and particular.project_id = scope.project_id`,
];
