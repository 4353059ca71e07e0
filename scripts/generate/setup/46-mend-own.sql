-- Our own tables, older copies of which the design's first script made.

-- For every table of ours: a JSON column with an empty object as its default holds an object.
create function ovenai_setup.mend_objects(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  json_column text;
begin
  for json_column in
    select e.name from ovenai_setup.expected e
    where e.kind = 'column' and e.relation = table_name and e.details ->> 'type' = 'jsonb'
      and e.details ->> 'default' = '''{}''::jsonb'
  loop
    execute format('update %s set %I = private.older_object(%I) where jsonb_typeof(%I) is distinct from ''object''',
      table_name, json_column, json_column, json_column);
  end loop;
end;
$$;

create function ovenai_setup.moment(value text) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return value::timestamptz;
exception when data_exception then
  return null;
end;
$$;

-- The newest of rows that say the same thing: changed last, else made last, else added last. By what the row said when
-- it was found: an empty time becomes now(), and a row that does not say when it was changed would be the newest of all.
create function ovenai_setup.age(table_name text, place bigint) returns timestamptz
language sql stable set search_path = '' as $$
  select coalesce((
    select coalesce(ovenai_setup.moment(b.content ->> 'updated_at'), ovenai_setup.moment(b.content ->> 'created_at'))
    from ovenai_setup.before b where (b.relation, b.place) = ($1, $2)), '-infinity');
$$;

-- A device whose id is none of ours gets one; it counts as another device of the person until its state expires. Programs
-- of an existing OvenAI go on asking for theirs.
create function ovenai_setup.mend_user_session_state() returns void
language plpgsql set search_path = '' as $$
declare
  usable constant text := case when exists (select from ovenai_setup.names n where n.ground = 'ovenai')
    then '^.{1,255}$' else '^[A-Za-z0-9_-]{8,64}$' end;
begin
  perform ovenai_setup.mend_objects('public.user_session_state');
  -- A sign-up made one for everybody, which no device ever read: session-<epoch with a fraction>.
  perform ovenai_setup.set_aside('public.user_session_state', $condition$t.session_id ~ '^session-\d+\.\d+$'$condition$,
    'made by the sign-up for no device');
  update public.user_session_state s set
    session_id = case when s.session_id ~ usable then s.session_id
      else 'before-setup-' || s.ovenai_setup_row end,
    current_context = case when pg_column_size(s.current_context) <= 8192 then s.current_context end,
    ui_state = case when pg_column_size(s.ui_state) <= 8192 then s.ui_state end,
    expires_at = coalesce(s.expires_at,
      nullif(ovenai_setup.age('public.user_session_state', s.ovenai_setup_row), '-infinity') + interval '7 days');
end;
$$;
