-- Leads that people add themselves: one by hand, many by a file, some to try the product with. Who brings them makes their ids,
-- so that a request that comes twice adds them once.

-- The last nine digits of a phone are the same with a country's code and without one.
create or replace function private.phone_digits(phone text)
returns text
language sql
immutable
set search_path = ''
as $$ select regexp_replace(phone, '[^0-9]', '', 'g'); $$;

-- Which of the people whom `given` names are in a project already, by the address or the digits of the phone.
create or replace function private.known_leads(project uuid, given jsonb)
returns setof integer
language sql
stable
set search_path = ''
as $$
  with people as materialized (
    select p.nth::integer, lower(btrim(p.lead ->> 'email')) as email, right(private.phone_digits(p.lead ->> 'phone'), 9) as phone
    from jsonb_array_elements(given) with ordinality p (lead, nth)
  ), there as materialized (
    select lower(btrim(l.email)) as email, right(private.phone_digits(l.phone), 9) as phone
    from private.lead_facts l where l.project_id = project
  )
  select p.nth from people p where p.email <> '' and p.email in (select t.email from there t)
  union
  select p.nth from people p where length(p.phone) >= 7 and p.phone in (select t.phone from there t);
$$;

-- The work of add_leads: the caller may write no lead. Nobody is told of a lead that came with others: the bell of everybody would ring
-- for each.
create or replace function private.add_leads(project uuid, given jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  known integer[];
  added uuid[];
begin
  if not project = any (array(select private.my_editable_project_ids())) then
    raise exception 'There is no such project to add leads to.' using errcode = 'PT404', detail = 'project_id';
  elsif not private.takes_leads() then
    raise exception 'The leads of this business are added by its own programs.' using errcode = 'PT403', detail = 'project_id';
  end if;
  perform private.take_from_limit(auth.uid(), 'added_leads', jsonb_array_length(given));
  -- Two files at one time must not bring the same person twice.
  perform pg_advisory_xact_lock(hashtextextended('add_leads:' || project, 0));
  known := array(select private.known_leads(project, given));
  perform set_config('ovenai.many_leads', case when jsonb_array_length(given) > 1 then 'on' else '' end, true);
  added := private.store_leads(project, (
    select coalesce(jsonb_agg(g.lead), '[]') from jsonb_array_elements(given) with ordinality g (lead, nth)
    where not g.nth = any (known)));
  perform set_config('ovenai.many_leads', '', true);
  return jsonb_build_object('added', added, 'known', cardinality(known));
end;
$$;

-- Adds leads: [{id, name, company, email, phone, channel, value}], at most 500, all but id and name optional. Answers the ids that were
-- added and how many were known already, by address or phone: those are left as they are. PT400 with the place and the
-- key at fault in `detail` ("3.name"), PT403 where the business adds its leads itself, PT404 where the caller may not.
create or replace function public.add_leads(project_id uuid, leads jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  fault text;
  refused_detail text;
begin
  if jsonb_typeof(leads) is distinct from 'array' or jsonb_array_length(leads) not between 1 and 500 then
    raise exception 'Leads are a list of 1 to 500.' using errcode = 'PT400', detail = 'leads';
  end if;
  select concat(l.nth - 1, '.', f.key) into fault
  from jsonb_array_elements(leads) with ordinality l (lead, nth)
  cross join lateral (
    select k.key from (values ('id', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 36), ('name', '[^[:space:]]', 200),
      ('company', '', 200), ('email', '', 320), ('phone', '', 40), ('value', '^[0-9]{1,12}(\.[0-9]{1,2})?$', 20),
      ('channel', '^(' || array_to_string(private.judgement_words('channel'), '|') || ')$', 20)
    ) k (key, form, longest)
    where jsonb_typeof(l.lead) <> 'object' or not coalesce(l.lead ->> k.key ~ k.form, k.key not in ('id', 'name'))
      or jsonb_typeof(l.lead -> k.key) in ('object', 'array', 'boolean') or length(l.lead ->> k.key) > k.longest
    union all select o.key from jsonb_object_keys(case jsonb_typeof(l.lead) when 'object' then l.lead else '{}' end) o (key)
    where o.key not in ('id', 'name', 'company', 'email', 'phone', 'channel', 'value')
  ) f limit 1;
  if fault is not null then
    raise exception 'Not a lead.' using errcode = 'PT400', detail = fault;
  end if;
  return private.add_leads(project_id, leads);
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' then
  get stacked diagnostics refused_detail = pg_exception_detail;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('leads', sqlstate, sqlerrm, refused_detail, '');
end;
$$;

-- The work of take_back_leads: the caller may remove no lead.
create or replace function private.take_back_leads(project uuid, leads uuid[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if not project = any (array(select private.my_editable_project_ids())) then
    raise exception 'There is no such project.' using errcode = 'PT404', detail = 'project_id';
  end if;
  perform private.take_from_limit(auth.uid(), 'added_leads', coalesce(cardinality(leads), 20));
  return private.remove_leads(project, array(
    select h.lead_id from private.lead_history h where h.project_id = project and h.lead_id = any (leads)
    group by h.lead_id
    having bool_and(h.kind = 'created' and h.actor = auth.uid() and h.at > now() - interval '1 day')
    union all select s.id from private.sample_leads(project) s (id) where leads is null));
end;
$$;

-- Takes back what the caller added within a day, as long as nothing else has happened to it; without ids all leads to try the product
-- with, by their address, whoever added them. Answers how many leads went.
create or replace function public.take_back_leads(project_id uuid, leads uuid[] default null)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
begin
  if cardinality(leads) not between 1 and 10000 then
    raise exception 'Leads are a list of 1 to 10,000.' using errcode = 'PT400', detail = 'leads';
  end if;
  return private.take_back_leads(project_id, leads);
end;
$$;

-- The leads to try the product with: they are among the first of a project, or not there.
create or replace function private.sample_leads(project uuid)
returns setof uuid
language sql
stable
set search_path = ''
as $$
  select f.id from (
    select l.id, l.email from private.lead_facts l where l.project_id = project order by l.created_at, l.id limit 50
  ) f where f.email like '%@sample.ovenai.example';
$$;

-- How a project may begin: {empty, adds, samples}. empty: it has no lead; adds: the caller may add some; samples: it has leads to try
-- the product with. Null where the caller is not in it.
create or replace function public.get_start(project_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('empty', not exists (select from private.lead_facts l where l.project_id = $1),
    'adds', private.takes_leads() and $1 = any (array(select private.my_editable_project_ids())),
    'samples', exists (select from private.sample_leads($1)))
  where $1 = any (array(select private.my_project_ids()));
$$;

revoke all on function private.known_leads(uuid, jsonb), private.phone_digits(text), private.sample_leads(uuid),
  private.add_leads(uuid, jsonb), private.take_back_leads(uuid, uuid[]),
  public.add_leads(uuid, jsonb), public.take_back_leads(uuid, uuid[]), public.get_start(uuid)
  from public, anon, authenticated, service_role;
grant execute on function private.add_leads(uuid, jsonb), private.take_back_leads(uuid, uuid[]), private.sample_leads(uuid), public.add_leads(uuid, jsonb), public.take_back_leads(uuid, uuid[]),
  public.get_start(uuid) to authenticated;
