-- The templates of connected WhatsApp accounts, as the last look found them. Service only.

create table if not exists private.whatsapp_templates (
  connection_id uuid not null references public.integration_connections (id) on delete cascade,
  -- Name and language together are a template: a name has one in each language.
  name text not null check (char_length(name) between 1 and 512),
  language text not null check (char_length(language) between 2 and 20),
  -- In Meta's words, which grow: APPROVED alone can be sent.
  status text not null check (char_length(status) between 1 and 40),
  category text not null check (char_length(category) <= 40),
  -- The body, and the names or positions of what stands in it: {{1}}, {{first_name}}. simple: nothing but the body has any.
  body text not null check (char_length(body) <= 4096),
  parameters text[] not null check (cardinality(parameters) <= 100),
  named boolean not null,
  simple boolean not null,
  -- Not in the last list that came whole.
  missing boolean not null default false,
  primary key (connection_id, name, language)
);
comment on table private.whatsapp_templates is 'Templates of connected WhatsApp accounts.';

-- Templates as Meta lists them. `whole`: the list came to its end, so what is not in it is missing.
create or replace function public.store_whatsapp_templates(connection uuid, given jsonb, whole boolean)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  seen constant private.whatsapp_templates[] := array(
    select t from jsonb_populate_recordset(null::private.whatsapp_templates, given) t);
begin
  insert into private.whatsapp_templates as t
    (connection_id, name, language, status, category, body, parameters, named, simple)
  select distinct on (s.name, s.language) $1, s.name, s.language, s.status, s.category, s.body, s.parameters, s.named,
    s.simple
  from unnest(seen) s
  on conflict (connection_id, name, language) do update set status = excluded.status, category = excluded.category,
    body = excluded.body, parameters = excluded.parameters, named = excluded.named, simple = excluded.simple,
    missing = false;
  update private.whatsapp_templates t set missing = true
  where whole and t.connection_id = $1 and not t.missing and not exists (
    select from unnest(seen) s where (s.name, s.language) = (t.name, t.language));
  return cardinality(seen);
end;
$$;

-- What Meta told of one: {name, language, status}.
create or replace function private.note_whatsapp_template(connection uuid, given jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  update private.whatsapp_templates t set status = given ->> 'status'
  where t.connection_id = $1 and t.name = given ->> 'name' and t.language = given ->> 'language';
$$;

-- A person's connection with WhatsApp as its card shows it: {number, sync, project, templates}; null without one.
create or replace function public.whatsapp_card(person uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('number', c.details -> 'number', 'sync', c.details -> 'templates',
    'project', (select w.project_id from private.shared_numbers(a.project_id) w where w.connection_id = c.id),
    'templates', coalesce((
      select jsonb_agg(to_jsonb(t) - 'connection_id' order by t.name, t.language)
      from private.whatsapp_templates t where t.connection_id = c.id), '[]'))
  from public.integration_connections c left join private.whatsapp_accounts a on a.connection_id = c.id
  where c.user_id = person and c.provider = 'whatsapp' and c.status <> 'disconnected';
$$;

alter table private.whatsapp_templates enable row level security;
drop policy if exists "the service keeps templates of WhatsApp" on private.whatsapp_templates;
create policy "the service keeps templates of WhatsApp" on private.whatsapp_templates for select to service_role using (true);
revoke all on table private.whatsapp_templates from public, anon, authenticated, service_role;
grant select, insert, update, delete on table private.whatsapp_templates to service_role;
revoke all on function public.store_whatsapp_templates(uuid, jsonb, boolean),
  private.note_whatsapp_template(uuid, jsonb), public.whatsapp_card(uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.store_whatsapp_templates(uuid, jsonb, boolean),
  private.note_whatsapp_template(uuid, jsonb), public.whatsapp_card(uuid) to service_role;
