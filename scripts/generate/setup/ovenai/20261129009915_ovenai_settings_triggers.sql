-- The triggers by which a save of an OvenAI program becomes settings of ours.

-- The limit is that of each column, checked by the table; here it gets a sentence.
create or replace function private.older_refuse_large(documents jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  large text;
begin
  for large in select d.key from jsonb_each(documents) d where pg_column_size(d.value) > 8192 loop
    perform private.refuse_setting(array[large], 'more than 8 kB');
  end loop;
end;
$$;

-- `said`: the columns whose remainder of before is past. An insert may yet come to nothing and takes no place of another.
create or replace function private.older_keep_remainder(scope jsonb, said jsonb, remainder jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from private.older_remainders r
  where r.user_id = (scope ->> 'user_id')::uuid and r.relation = scope ->> 'relation'
    and r.project_id is not distinct from (scope ->> 'project_id')::uuid and said ? r.attribute;
  insert into private.older_remainders (user_id, relation, project_id, attribute, content)
  select (scope ->> 'user_id')::uuid, scope ->> 'relation', (scope ->> 'project_id')::uuid, r.key, r.value
  from jsonb_each(remainder) r
  on conflict do nothing;
end;
$$;

-- Writes of our own name their operation and are left alone. Any other is read as a save of theirs: one in our words is,
-- too, since what they do not know is taken as it is.
create or replace function private.accept_older_settings()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  section constant text := tg_argv[0];
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  written constant jsonb := to_jsonb(new);
  scope constant jsonb := jsonb_build_object('relation', tg_table_name, 'user_id', written -> 'user_id',
    'project_id', written -> 'project_id');
  found jsonb;
  stored jsonb;
  inherited jsonb := public.settings_defaults() -> section;
  said jsonb;
  made record;
begin
  if current_setting('ovenai.op_id', true) <> '' or new.user_id is null then
    return new;
  elsif tg_op = 'UPDATE' then
    new.id := old.id;
    new.created_at := old.created_at;
    found := to_jsonb(old);
  else
    -- The row that an insert is about to meet.
    execute format('select to_jsonb(s) from public.%I s
      where s.user_id = $1 and to_jsonb(s) ->> ''project_id'' is not distinct from $2', tg_table_name)
      into found using new.user_id, written ->> 'project_id';
  end if;
  stored := (select jsonb_object_agg(c, coalesce(found -> c, '{}')) from unnest(columns) c);
  said := private.older_said(scope, columns, (select jsonb_object_agg(c, written -> c) from unnest(columns) c),
    case tg_op when 'UPDATE' then stored end);
  if said = '{}' then
    return new;
  end if;
  if written ->> 'project_id' is not null then
    inherited := private.resolve_settings(section, array[(select to_jsonb(s) from public.user_dashboard_settings s
      where s.user_id = new.user_id and s.project_id is null)]);
  end if;
  made := private.older_translated(section, said, stored, inherited, written ->> 'project_id' is not null);
  perform private.older_refuse_large(made.document);
  perform private.older_refuse_large(made.remainder);
  perform private.older_keep_remainder(scope, case tg_op when 'UPDATE' then said else '{}' end, made.remainder);
  if tg_op = 'INSERT' then
    perform set_config('ovenai.older_write',
      jsonb_build_object('scope', scope, 'written', said, 'made', made.document)::text, true);
  end if;
  new := jsonb_populate_record(new, made.document);
  return new;
end;
$$;

-- Values that stand in another table with us (private.older_places): where a save changed one, it changes there.
create or replace function private.carry_older_settings()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  section constant text := tg_argv[0];
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  spots constant private.older_spot[] := private.older_spots(section, columns);
  before constant jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  place private.older_places;
  value jsonb;
  moved jsonb;
  attribute text;
begin
  if to_jsonb(new) ->> 'project_id' is not null then
    return null;
  end if;
  for place in select p.* from private.older_places p where p.section = tg_argv[0] and p.to_section <> p.section loop
    value := private.older_found(place, spots, to_jsonb(new));
    continue when value is null or value is not distinct from private.older_found(place, spots, before);
    moved := private.older_placed('{}', place, value);
    attribute := place.ours[1];
    -- What the program says for everybody takes it back.
    if moved = '{}' then
      moved := private.older_put('{}', place.ours, 'null');
    end if;
    execute format('insert into public.%1$I (user_id, %2$I) values ($1, $2)
      on conflict (user_id%3$s) do update set %2$I = excluded.%2$I',
      case place.to_section when 'dashboard' then 'user_dashboard_settings'
        when 'notifications' then 'user_notification_settings' else 'user_app_preferences' end,
      attribute, case place.to_section when 'dashboard' then ', project_id' else '' end)
      using new.user_id, moved -> attribute;
  end loop;
  return null;
end;
$$;

create or replace function private.forget_older_remainders()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  delete from private.older_remainders r
  where r.user_id = old.user_id and r.relation = tg_table_name
    and r.project_id is not distinct from (to_jsonb(old) ->> 'project_id')::uuid;
  return null;
end;
$$;

-- What they give beside the documents is decided by the triggers (private.keep_settings_insert and _update). By its name
-- accept_… runs before those.
do $$
declare
  item record;
begin
  for item in
    select * from (values ('user_dashboard_settings', 'dashboard', 'client_id, project_id'),
      ('user_notification_settings', 'notifications', null),
      ('user_app_preferences', 'preferences', null)) t (name, section, scope)
  loop
    execute format('create or replace trigger accept_older_settings before insert or update on public.%I
      for each row execute function private.accept_older_settings(%L)', item.name, item.section);
    execute format('create or replace trigger carry_older_settings after insert or update on public.%I
      for each row execute function private.carry_older_settings(%L)', item.name, item.section);
    execute format('create or replace trigger forget_older_remainders after delete on public.%I
      for each row execute function private.forget_older_remainders()', item.name);
    execute format('grant insert (%2$s), update (%2$s) on table public.%1$I to authenticated', item.name,
      concat_ws(', ', 'id, user_id, version, created_at, updated_at', item.scope));
  end loop;
end;
$$;

revoke all on function private.older_refuse_large(jsonb), private.older_keep_remainder(jsonb, jsonb, jsonb),
  private.accept_older_settings(),
  private.carry_older_settings(), private.forget_older_remainders()
  from public, anon, authenticated, service_role;
