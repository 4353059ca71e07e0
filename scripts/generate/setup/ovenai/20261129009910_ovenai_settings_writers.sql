-- Programs of an existing OvenAI go on saving settings into the tables that are ours now: whole documents in their words,
-- of which a row of ours holds what the person chose. The rules are those by which the set-up script read what it found.

-- What they save and no row of ours may hold: undeclared parts of an integration, and whatever is called like a secret. A
-- browser reads the rows. By column, the last that was saved; it goes with the row and with the account.
create table if not exists private.older_remainders (
  user_id uuid not null references auth.users (id) on delete cascade,
  relation text not null,
  project_id uuid,
  attribute text not null,
  content jsonb not null,
  at timestamptz not null default now(),
  constraint older_remainders_are_small check (pg_column_size(content) <= 8192),
  constraint older_remainders_key unique nulls not distinct (user_id, relation, project_id, attribute)
);
comment on table private.older_remainders is
  'What programs of OvenAI saved in settings and no browser may read. Nothing of ours reads it.';
alter table private.older_remainders enable row level security;
drop policy if exists "the service reads remainders" on private.older_remainders;
create policy "the service reads remainders" on private.older_remainders for select to service_role using (true);
revoke all on table private.older_remainders from public, anon, authenticated, service_role;
grant select on table private.older_remainders to service_role;

-- They save a dashboard on conflict of these three. A person has one for all projects: nulls conflict.
do $$
declare
  wanted constant text := 'UNIQUE NULLS NOT DISTINCT (user_id, client_id, project_id)';
begin
  if not exists (
    select from pg_catalog.pg_constraint c
    where c.conrelid = 'public.user_dashboard_settings'::regclass
      and c.conname = 'user_dashboard_settings_user_id_client_id_project_id_key' and pg_get_constraintdef(c.oid) = wanted
  ) then
    alter table public.user_dashboard_settings
      drop constraint if exists user_dashboard_settings_user_id_client_id_project_id_key,
      add constraint user_dashboard_settings_user_id_client_id_project_id_key
        unique nulls not distinct (user_id, client_id, project_id);
  end if;
exception when unique_violation then
  -- Several rows that the set-up script found; it adds the key when they are one.
  null;
end;
$$;

-- The columns of a section that a statement writes, as the program wrote them: of a new row (`stored` null) those that say
-- something; of one that is there, what differs from `stored`. An insert that met a row updates it by what the insert made
-- of the documents (excluded): then what the insert was given counts, which is in `ovenai.older_write`.
create or replace function private.older_said(scope jsonb, columns text[], written jsonb, stored jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  given jsonb := nullif(current_setting('ovenai.older_write', true), '')::jsonb;
begin
  if stored is null then
    return (select coalesce(jsonb_object_agg(c, written -> c), '{}') from unnest(columns) c where written -> c <> '{}');
  end if;
  given := case when given -> 'scope' = scope then given end;
  return (
    select coalesce(jsonb_object_agg(c, case when its.handed then given -> 'written' -> c else written -> c end), '{}')
    from unnest(columns) c
    cross join lateral (
      select coalesce(given -> 'written' ? c and given -> 'made' -> c = written -> c, false) as handed
    ) its
    where its.handed or written -> c is distinct from stored -> c);
end;
$$;

-- Where a column cannot be read as a document at all. A list of widgets has no meaning with us and is set aside.
create or replace function private.older_unreadable(section text, attribute text, value jsonb)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(value, 'null') <> 'null' and private.older_object(value) is null
    and not (section = 'notifications' and value #>> '{}' in ('true', 'false'))
    and not (attribute = 'widget_layout' and jsonb_typeof(value) = 'array');
$$;

-- One value of theirs into the documents, and what is left of it into the remainder. `document` holds what is stored.
create or replace function private.older_take(
  section text, change private.leaf_change, inherited jsonb, effective jsonb, inout document jsonb, inout remainder jsonb
)
returns record
language plpgsql
volatile
set search_path = ''
as $$
declare
  value jsonb := change.new_value;
  problem text;
begin
  if change.path[1] = 'integration_settings' and not change.node ? 'leaf' then
    if not private.older_is_programs(section, change.path, value) then
      remainder := private.older_put(remainder, change.path, value);
    end if;
    return;
  elsif change.node ? 'unknown' then
    if exists (select from unnest(change.path) p (name) where private.older_is_secret(p.name)) then
      remainder := private.older_put(remainder, change.path, value);
      return;
    elsif private.older_without_secrets(value) <> value then
      remainder := private.older_put(remainder, change.path, value);
      value := private.older_without_secrets(value);
    end if;
    -- What a program says for everybody is not worth a row.
    if document #> change.path is null and private.older_is_programs(section, change.path, value) then
      return;
    end if;
  elsif value <> 'null' then
    value := private.older_completed(change.node -> 'leaf',
      private.older_in_our_words(section, change.path, value), effective #> change.path);
  end if;
  if value = 'null' or not change.node ? 'unknown' and value = inherited #> change.path
    and value is distinct from document #> change.path then
    document := document #- change.path;
    return;
  end if;
  problem := private.change_problem(false, change.path, change.node, value);
  if problem is not null and value is distinct from document #> change.path then
    perform private.refuse_setting(change.path, problem);
  end if;
  document := private.older_put(document, change.path, value);
end;
$$;

-- The documents of a row after a program of theirs said something: what the person changed there wins over what is stored;
-- what repeats the stored, the inherited or what the program says for everybody changes nothing; what it does not name
-- stays. A null takes a column back to the inherited. `remainder` is by column.
create or replace function private.older_translated(
  section text, said jsonb, stored jsonb, inherited jsonb, for_project boolean, out document jsonb, out remainder jsonb
)
returns record
language plpgsql
volatile
set search_path = ''
as $$
declare
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  effective constant jsonb := private.resolve_settings(section, array[inherited, stored]);
  gathered jsonb;
  chosen jsonb;
  attribute text;
  change private.leaf_change;
begin
  document := stored;
  remainder := '{}';
  foreach attribute in array columns loop
    if said -> attribute = 'null' then
      document := document || jsonb_build_object(attribute, '{}'::jsonb);
    elsif private.older_unreadable(section, attribute, said -> attribute) then
      perform private.refuse_setting(array[attribute], 'expected an object');
    elsif jsonb_typeof(said -> attribute) = 'array' and said -> attribute <> '[]' then
      remainder := remainder || jsonb_build_object(attribute, said -> attribute);
    end if;
  end loop;
  gathered := private.older_gathered(section, said, columns, private.older_spots(section, columns),
    private.merge_patch(effective, document));
  chosen := private.older_chosen(section, gathered, for_project);
  -- Where a person chose something, and the program now says what it says for everybody: it was taken back.
  foreach change in array private.leaf_changes(section, null, gathered) loop
    if change.node ? 'leaf' and chosen #> change.path is null and said #> change.path is not null
      and document #> change.path is not null
      and private.older_in_our_words(section, change.path, change.new_value) <> document #> change.path then
      if jsonb_typeof(change.new_value) <> 'object' then
        change.new_value := 'null';
      end if;
      select * into document, remainder
      from private.older_take(section, change, inherited, effective, document, remainder);
    end if;
  end loop;
  foreach change in array private.leaf_changes(section, null, chosen) loop
    select * into document, remainder
    from private.older_take(section, change, inherited, effective, document, remainder);
  end loop;
end;
$$;

revoke all on function private.older_said(jsonb, text[], jsonb, jsonb), private.older_unreadable(text, text, jsonb),
  private.older_take(text, private.leaf_change, jsonb, jsonb, jsonb, jsonb),
  private.older_translated(text, jsonb, jsonb, jsonb, boolean)
  from public, anon, authenticated, service_role;
