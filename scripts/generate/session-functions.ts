import { emptyDocument } from "./settings-functions";
import { listed, type StoredSection } from "./tables";

/** The functions that name the columns of a device's state. */
export const sessionFunctions = (session: StoredSection): string =>
  [patchSession(session), mySession(session)].join("\n\n");

const pairs = (columns: readonly string[], indent: string) =>
  listed(columns, indent, (column) => `'${column}', s.${column}`);

const patchSession = (session: StoredSection) => `
-- Merges a patch into the state of one of the caller's devices and renews it; answers {state, expires_at}. scope is
-- {"session_id": text}. An expired row counts as absent. Refusals: PT400 (path in detail), PT401, PT429. The patch locks
-- nothing before its write and writes only over what it read: each write of session state locks the person's counter of
-- the limit first (trigger limit_changes) and then the row, so that a patch which locked the row first could meet another
-- write in a deadlock.
create or replace function public.patch_session_state(scope jsonb, patch jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
as $$
declare
  caller constant uuid := auth.uid();
  device constant text := scope ->> 'session_id';
  row_id uuid;
  stored jsonb;
  merged jsonb;
  expires timestamptz;
  refused_detail text;
  refused_hint text;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif jsonb_typeof(scope) is distinct from 'object' or scope - 'session_id' <> '{}'
    or jsonb_typeof(scope -> 'session_id') is distinct from 'string' or device !~ '^[A-Za-z0-9_-]{8,64}$' then
    raise exception 'A scope is {"session_id": text}.' using errcode = 'PT400', detail = 'scope';
  end if;
${readAndWrite(session)}
  return jsonb_build_object('state', merged, 'expires_at', expires);
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('session', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;`;

/** Until it was written over what was read. */
const readAndWrite = ({ table, columns, key, name }: StoredSection) => `  loop
    select s.id, jsonb_build_object(
${pairs(columns, "        ")})
      into row_id, stored
    from ${table} s
    where s.user_id = caller and s.session_id = device;
    merged := (private.apply_patch('${name}', coalesce(stored, ${emptyDocument(columns, "      ")}), patch, null)).merged;
    if row_id is null then
      insert into ${table} as s (
${listed(["session_id", ...columns], "        ", (column) => column)})
      values (
        device,
${listed(columns, "        ", (column) => `merged -> '${column}'`)})
      on conflict on constraint ${key} do nothing
      returning s.expires_at into expires;
    else
      update ${table} s set
${listed(columns, "        ", (column) => `${column} = merged -> '${column}'`)}
      where s.id = row_id
${columns.map((column) => `        and s.${column} = stored -> '${column}'`).join("\n")}
      returning s.expires_at into expires;
    end if;
    -- Neither made nor changed: another call made, changed or removed the row in between. Look again: the counter's lock
    -- is held by now, so that the person's other calls wait.
    exit when expires is not null;
  end loop;`;

const mySession = ({ table, columns }: StoredSection) => `
-- {here, elsewhere} of a device: its own state and its time \`at\`, and of the caller's other devices the one that spoke
-- last, with its session_id, if it says where it was: who goes on from another device finds the page as it was there.
-- Null where there is none.
create or replace function private.my_session_state(session_id text)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  device constant text := $1;
begin
  return jsonb_build_object(
    'here', (
      select jsonb_build_object(
        'at', s.updated_at,
${pairs(columns, "        ")})
      from ${table} s
      where s.user_id = caller and s.session_id = device
    ),
    'elsewhere', (
      select jsonb_build_object(
        'session_id', s.session_id,
        'at', s.updated_at,
${pairs(columns, "        ")})
      from ${table} s
      where s.user_id = caller and s.session_id is distinct from device
        and s.current_context ->> 'path' <> ''
      order by s.updated_at desc, s.id
      limit 1
    )
  );
end;
$$;`;
