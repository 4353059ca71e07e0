-- ── 3. Whose the business is, and how things will be ────────────────────────────────────────────────────────────────────

-- Those of the eight tables that are not ours: they are read, and nothing about them changes. Of the unread, what they
-- hold cannot be made out: their ports are empty.
create table ovenai_setup.theirs (name text primary key);
create table ovenai_setup.unread (name text primary key);

-- How a port is written over tables of another business: by the names of columns that usually mean a thing, or by the
-- table that they refer to. Where none does, a port says what a row of ours says by default.
create table ovenai_setup.meanings (meaning text primary key, type text not null, refers_to text, names text[] not null);
insert into ovenai_setup.meanings values
  ('id', 'uuid', null, array['id']),
  ('name', 'text', null, array['name', 'title', 'display_name', 'company_name', 'company', 'client_name', 'project_name',
    'business_name', 'full_name', 'label', 'slug']),
  ('client', 'uuid', 'public.clients', array['client_id', 'client', 'customer_id', 'customer', 'account_id']),
  ('project', 'uuid', 'public.projects', array['project_id', 'project']),
  ('lead', 'uuid', 'public.leads', array['lead_id', 'lead']),
  ('user', 'uuid', null, array['user_id', 'member_id', 'profile_id']),
  -- Not created_by: whoever made a thing may have left.
  ('owner', 'uuid', null, array['owner_id', 'owner', 'owner_user_id', 'user_id']),
  ('follow_up', 'timestamptz', null, array['follow_up_at', 'next_follow_up']),
  ('role', 'text', null, array['role']),
  ('company', 'text', null, array['company', 'company_name']),
  ('email', 'text', null, array['email']),
  ('phone', 'text', null, array['phone', 'phone_number']),
  ('channel', 'text', null, array['channel', 'source']),
  ('heat', 'text', null, array['heat', 'temperature']),
  ('status', 'text', null, array['status', 'state']),
  ('bant_budget', 'boolean', null, array['bant_budget']),
  ('bant_authority', 'boolean', null, array['bant_authority']),
  ('bant_need', 'boolean', null, array['bant_need']),
  ('bant_timeline', 'boolean', null, array['bant_timeline']),
  ('value', 'numeric', null, array['value', 'amount']),
  ('created', 'timestamptz', null, array['created_at', 'created', 'inserted_at']),
  ('active', 'timestamptz', null, array['last_activity_at', 'updated_at']),
  ('qualified', 'timestamptz', null, array['qualified_at', 'updated_at']),
  ('won', 'timestamptz', null, array['won_at', 'updated_at']),
  ('starts', 'timestamptz', null, array['starts_at', 'start_at', 'start_time', 'scheduled_at', 'scheduled_for']),
  ('ends', 'timestamptz', null, array['ends_at', 'end_at', 'end_time']),
  ('direction', 'text', null, array['direction']),
  ('sent', 'timestamptz', null, array['sent_at', 'created_at']),
  ('reply_seconds', 'numeric', null, array['reply_seconds']);

create function ovenai_setup.column_of(table_name text, meaning text) returns text
language sql stable set search_path = '' as $$
  select a.attname::text from ovenai_setup.meanings m
  join pg_catalog.pg_attribute a on a.attrelid = to_regclass(format('public.%I', table_name)) and a.attnum > 0
    and not a.attisdropped
  join pg_catalog.pg_type y on y.oid = a.atttypid
  where m.meaning = column_of.meaning and (a.attname = any (m.names) or exists (select from pg_catalog.pg_constraint f
      where f.contype = 'f' and f.conrelid = a.attrelid and f.conkey = array[a.attnum]
        and f.confrelid = to_regclass(m.refers_to)))
    and case m.type
      when 'text' then y.typcategory in ('S', 'E')
      when 'boolean' then y.typcategory = 'B'
      when 'numeric' then y.typcategory = 'N'
      when 'timestamptz' then y.typname in ('timestamptz', 'timestamp', 'date')
      else y.typname = m.type
    end
  order by array_position(m.names, a.attname::text), a.attnum limit 1;
$$;

-- That column as an expression over its row t. A time without a zone is one of UTC.
create function ovenai_setup.said(table_name text, meaning text) returns text
language sql stable set search_path = '' as $$
  select case
      when m.type = 'timestamptz' and a.atttypid <> 'timestamptz'::regtype
        then format('(t.%I::timestamp at time zone ''UTC'')', a.attname)
      when m.type = 'text' then format('t.%I::text collate pg_catalog."default"', a.attname)
      when a.atttypid <> m.type::regtype then format('t.%I::%s', a.attname, m.type)
      else format('t.%I', a.attname)
    end
  from ovenai_setup.meanings m
  join pg_catalog.pg_attribute a on a.attrelid = to_regclass(format('public.%I', table_name))
    and a.attname = ovenai_setup.column_of(table_name, m.meaning)
  where m.meaning = said.meaning;
$$;

-- A template with that expression in its places, %1$s. Null where there is none.
create function ovenai_setup.filled(template text, expression text) returns text
language sql immutable strict set search_path = '' as $$ select format(template, expression); $$;

-- What a person would call a row t: the first of its names that is not empty, else a word and its id.
create function ovenai_setup.called(table_name text, word text, longest integer) returns text
language sql stable set search_path = '' as $$
  select format('left(coalesce(%s%L || left(t.id::text, 8)), %s)', string_agg(
      format('nullif(btrim(t.%I::text collate pg_catalog."default"), ''''), ', a.attname), ''
      order by array_position(m.names, a.attname::text)),
    word || ' ', longest)
  from ovenai_setup.meanings m
  left join (pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid and y.typcategory in ('S', 'E'))
    on a.attrelid = to_regclass(format('public.%I', table_name)) and a.attname = any (m.names) and not a.attisdropped
  where m.meaning = 'name';
$$;

-- Puts a port over other tables: an expression for each of its columns, and where they come from. Without a source it
-- shows nothing.
create function ovenai_setup.write_port(port text, expressions jsonb, source text) returns void
language plpgsql set search_path = '' as $$
begin
  execute (
    select format('create or replace view private.%I as select %s %s', port, string_agg(format('(%s)::%s as %I',
        case when source is null then 'null' else coalesce(expressions ->> a.attname, 'null') end,
        format_type(a.atttypid, a.atttypmod), a.attname), ', ' order by a.attnum),
      coalesce('from ' || source, 'where false'))
    from pg_catalog.pg_attribute a
    where a.attrelid = format('private.%I', port)::regclass and a.attnum > 0);
end;
$$;

create function ovenai_setup.is_theirs(table_name text) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from ovenai_setup.theirs t where t.name = table_name);
$$;

-- Refuses what no port can be written over; of meetings and messages it says that none will be shown.
create function ovenai_setup.check_theirs() returns void
language plpgsql set search_path = '' as $$
declare
  lacking record;
begin
  for lacking in
    select n.name, m.names[1] as attribute, n.must, (
        select format_type(a.atttypid, a.atttypmod) from pg_catalog.pg_attribute a
        where a.attrelid = to_regclass(format('public.%I', n.name)) and a.attname = m.names[1] and not a.attisdropped
      ) as type, m.type as wanted
    from (values
      ('clients', 'id', true), ('projects', 'id', true),
      ('client_members', 'client', true), ('client_members', 'user', true),
      ('project_members', 'project', true), ('project_members', 'user', true),
      ('leads', 'id', true), ('leads', 'project', true),
      ('meetings', 'id', false), ('meetings', 'lead', false), ('meetings', 'starts', false),
      ('messages', 'id', false), ('messages', 'lead', false), ('messages', 'direction', false),
      ('messages', 'sent', false)
    ) n (name, meaning, must)
    join ovenai_setup.meanings m on m.meaning = n.meaning
    where ovenai_setup.is_theirs(n.name) and ovenai_setup.column_of(n.name, n.meaning) is null
  loop
    if lacking.must then
      perform ovenai_setup.refuse(format('public.%s.%s is %s; the settings refer to it as %s.', lacking.name,
          lacking.attribute, coalesce(lacking.type, 'not there'), lacking.wanted),
        format('Give public.%s such a column, or another name: then the settings make a table of their own.',
          lacking.name));
    end if;
    insert into ovenai_setup.unread values (lacking.name) on conflict do nothing;
    perform ovenai_setup.note('public.' || lacking.name,
      format('not shown: no column %s of type %s', lacking.attribute, lacking.wanted), 1);
  end loop;
end;
$$;

-- To be joined to rows t of their leads: j, what people judged about each on our pages, and d, what holds then. A word
-- that is not ours says what a lead of ours says by default.
create function ovenai_setup.judged() returns text
language plpgsql stable set search_path = '' as $$
begin
  return (
    select 'left join private.lead_judgements j on j.lead_id = t.id cross join lateral (select '
      || string_agg(format('coalesce(j.%I, %s) as %I', p.part, coalesce(
          case when p.words is null then said.it
            else ovenai_setup.filled(format('case when lower(%%1$s) = any (%L) then lower(%%1$s) end', p.words), said.it)
            end || ', ', '')
        || p.initial, p.part), ', ') || ') d'
    from (values
      ('heat', private.older_our_words('heats'), '''cold'''),
      ('status', private.older_our_words('statuses'), '''open'''),
      ('bant_budget', null, 'false'), ('bant_authority', null, 'false'), ('bant_need', null, 'false'),
      ('bant_timeline', null, 'false')
    ) p (part, words, initial)
    cross join lateral (select ovenai_setup.said('leads', p.part) as it) said
  );
end;
$$;
