import { listed, type StoredSection } from "./tables";

/**
 * The functions that name the columns of every settings table. Static SQL for each table: dynamic SQL would be planned
 * anew in every call. Security invoker: row-level security and the grants of columns hold inside.
 */
export const settingsFunctions = (sections: readonly StoredSection[]): string =>
  [lockSettings(sections), writeSettings(sections), getSettings(sections)].join("\n\n");

const document = (columns: readonly string[], indent: string) => `jsonb_build_object(
${listed(columns, indent, (column) => `'${column}', s.${column}`)})`;

const lockSettings = (sections: readonly StoredSection[]) => `
-- Locks the caller's row of a scope. No row, or one that the caller may not see: row_id null and an empty document.
create or replace function private.lock_settings(
  section text, project uuid, out row_id uuid, out row_version integer, out overrides jsonb
)
language plpgsql
volatile
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
begin
  case section
${sections.map(lockBranch).join("\n")}
  end case;
  if row_id is null then
    row_version := 0;
    overrides := case section
${sections.map(emptyBranch).join("\n")}
    end;
  end if;
end;
$$;`;

const lockBranch = ({ name, table, columns, rows }: StoredSection) => `    when '${name}' then
      select s.id, s.version, ${document(columns, "          ")}
        into row_id, row_version, overrides
      from ${table} s
      where s.user_id = caller${rows === "project" ? " and s.project_id is not distinct from project" : ""}
      for update;`;

export const emptyDocument = (columns: readonly string[], indent: string) =>
  `'{\n${listed(columns, indent, (column) => `"${column}": {}`)}}'`;

const emptyBranch = ({ name, columns }: StoredSection) =>
  `      when '${name}' then ${emptyDocument(columns, "        ")}`;

const writeSettings = (sections: readonly StoredSection[]) => `
-- Writes the document to the locked row, or to a new one where row_id is null. Answers its version; null where another
-- call made that row first.
create or replace function private.write_settings(section text, row_id uuid, project uuid, overrides jsonb)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  row_version integer;
begin
  case section
${sections.map(writeBranch).join("\n")}
  end case;
  return row_version;
end;
$$;`;

function writeBranch({ name, table, columns, rows, key }: StoredSection): string {
  const scoped = rows === "project";
  return `    when '${name}' then
      if row_id is null then
        insert into ${table} as s (
${listed(scoped ? ["project_id", ...columns] : columns, "          ", (column) => column)})
        values (
${scoped ? "          project,\n" : ""}${listed(columns, "          ", (column) => `overrides -> '${column}'`)})
        on conflict on constraint ${key} do nothing
        returning s.version into row_version;
      else
        update ${table} s set
${listed(columns, "          ", (column) => `${column} = overrides -> '${column}'`)}
        where s.id = row_id
        returning s.version into row_version;
      end if;`;
}

const getSettings = (sections: readonly StoredSection[]) => `
-- {rows: [{section, scope, overrides, version}]}: the rows that exist, of all projects and, where it is asked for and
-- the caller's, of that project. scope is the project, or null.
create or replace function public.get_settings(project_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  project constant uuid := $1;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return jsonb_build_object('rows', (
    select coalesce(jsonb_agg(jsonb_build_object(
        'section', mine.section, 'scope', mine.scope, 'overrides', mine.overrides, 'version', mine.version
      ) order by mine.section, mine.scope nulls first), '[]')
    from (
${sections.map(rowsOf).join("\n      union all\n")}
    ) mine
  ));
end;
$$;`;

function rowsOf({ name, table, columns, rows }: StoredSection): string {
  const [scope, whose] =
    rows === "project"
      ? ["s.project_id", " and (s.project_id is null or s.project_id = project)"]
      : ["null::uuid", ""];
  return `      select '${name}' as section, ${scope} as scope, s.version, ${document(columns, "          ")} as overrides
      from ${table} s
      where s.user_id = caller${whose}`;
}
