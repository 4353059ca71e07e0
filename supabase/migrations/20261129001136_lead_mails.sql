-- Mails that people write to leads, by what each has connected. What was sent is a message of the lead, too.

create table if not exists public.lead_mails (
  -- Made by who writes it: however often it is asked for, it is one mail.
  id uuid primary key,
  project_id uuid not null,
  lead_id uuid not null,
  -- No foreign key: a mail stays with its lead when who wrote it has left. private.erase_user takes the name out.
  author uuid,
  subject text not null check (subject ~ '\S' and char_length(subject) <= 200),
  body text not null check (body ~ '\S' and char_length(body) <= 8000),
  -- sending: nobody knows yet whether it was taken.
  status text not null default 'sending' check (status in ('sending', 'sent', 'failed')),
  -- A key of settings.integrations.problems in messages/*.json.
  problem text check (char_length(problem) <= 40),
  provider_id text check (char_length(provider_id) <= 400),
  -- Until then the attempt is somebody's.
  leased_until timestamptz,
  -- That it was exchanged; null where the business writes messages down itself.
  message_id uuid,
  at timestamptz not null default now()
);
comment on table public.lead_mails is 'Mails that people have written to leads, and what became of each.';
create index if not exists lead_mails_lead_idx on public.lead_mails (lead_id, at, id);
-- Deleting a project finds its mails.
create index if not exists lead_mails_project_idx on public.lead_mails (project_id);

create table if not exists public.lead_mail_stops (
  lead_id uuid primary key,
  project_id uuid not null,
  noted_by uuid,
  at timestamptz not null default now()
);
comment on table public.lead_mail_stops is 'Leads who do not want to be written to by mail.';
create index if not exists lead_mail_stops_project_idx on public.lead_mail_stops (project_id);

insert into private.rate_limits (name, per_minute, per_day) values ('lead_mails', 20, 400)
on conflict (name) do nothing;

create or replace function private.hint_mails()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint_leads(array[new.lead_id]);
  return null;
end;
$$;
create or replace trigger hint_mails after insert or update of status on public.lead_mails
  for each row execute function private.hint_mails();

-- Writes a mail down before it is sent, and takes the attempt: {go, status, to, name, subject, body, company, project}. go:
-- whether the caller is the one who sends it now; what is sent stays sent, and an attempt that runs is another's. A failed
-- mail goes again as it was written. `person` is who asks. PT400, PT404 where they may not write at the lead, PT409 with
-- `detail`: noAddress, optedOut, mail_id (the id is another mail's), PT429.
create or replace function public.begin_lead_mail(person uuid, mail_id uuid, lead uuid, subject text, body text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  asked record;
  kept public.lead_mails;
  go boolean;
begin
  select l.id, l.name, l.email, l.project_id, p.name as project, c.name as company into asked
  from private.lead_facts l
  join private.tenant_members m on m.project_id = l.project_id and m.user_id = $1 and m.role <> 'viewer'
  join private.tenant_projects p on p.id = l.project_id
  left join private.tenant_clients c on c.id = p.client_id
  where l.id = $3;
  if asked.id is null then
    raise exception 'There is no such lead to write to.' using errcode = 'PT404', detail = 'lead_id';
  elsif coalesce(asked.email, '') = '' then
    raise exception 'The lead has no address.' using errcode = 'PT409', detail = 'noAddress';
  elsif exists (select from public.lead_mail_stops s where s.lead_id = $3) then
    raise exception 'They do not want to be written to.' using errcode = 'PT409', detail = 'optedOut';
  end if;
  perform private.take_from_limit($1, 'lead_mails');
  insert into public.lead_mails (id, project_id, lead_id, author, subject, body)
  values ($2, asked.project_id, $3, $1, $4, $5) on conflict (id) do nothing;
  select m.* into kept from public.lead_mails m where m.id = $2 for update;
  if (kept.lead_id, kept.author, kept.subject, kept.body) is distinct from ($3, $1, $4, $5) then
    raise exception 'This is another mail.' using errcode = 'PT409', detail = 'mail_id';
  end if;
  go := kept.status <> 'sent' and (kept.leased_until is null or kept.leased_until < now());
  if go then
    update public.lead_mails m set status = 'sending', problem = null, leased_until = now() + interval '1 minute', at = now()
    where m.id = $2;
  end if;
  return jsonb_build_object('go', go, 'status', kept.status, 'to', asked.email, 'name', asked.name, 'subject', kept.subject,
    'body', kept.body, 'company', asked.company, 'project', asked.project);
exception when check_violation or not_null_violation then
  raise exception 'Not a mail.' using errcode = 'PT400', detail = 'body';
end;
$$;

create or replace function private.settle_lead_mail(mail_id uuid, problem text, provider_id text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.lead_mails m set status = case when $2 is null then 'sent' else 'failed' end, problem = $2,
    provider_id = left($3, 400), leased_until = null,
    message_id = case when $2 is null then private.store_message(m.message_id, m.lead_id, 'out', m.at, null) end
  where m.id = $1 and m.status = 'sending';
  return found;
end;
$$;

-- What became of it; without a problem it was sent, and is a message of the lead from now on.
create or replace function public.settle_lead_mail(mail_id uuid, problem text default null, provider_id text default null)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.settle_lead_mail($1, $2, $3); $$;

create or replace function private.keep_mail_stop(lead uuid, stopped boolean)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  project constant uuid := (
    select l.project_id from private.lead_facts l
    where l.id = lead and l.project_id = any (array(select private.my_editable_project_ids())));
begin
  if project is null then
    raise exception 'There is no such lead to write to.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  perform private.take_from_limit(auth.uid(), 'lead_notes');
  if stopped then
    insert into public.lead_mail_stops (lead_id, project_id, noted_by) values (lead, project, auth.uid())
    on conflict (lead_id) do nothing;
  else
    delete from public.lead_mail_stops s where s.lead_id = lead;
  end if;
  perform private.hint_leads(array[lead]);
end;
$$;

-- Notes that a lead does not want mails, or wants them again. PT404 where the caller may not write at the lead.
create or replace function public.set_lead_mail_stop(lead_id uuid, stopped boolean)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.keep_mail_stop($1, coalesce($2, true));
  return true;
end;
$$;

alter table public.lead_mails enable row level security;
alter table public.lead_mail_stops enable row level security;
drop policy if exists "members see the mails of their projects" on public.lead_mails;
create policy "members see the mails of their projects" on public.lead_mails
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));
drop policy if exists "members see which leads want no mails" on public.lead_mail_stops;
create policy "members see which leads want no mails" on public.lead_mail_stops
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table public.lead_mails, public.lead_mail_stops from public, anon, authenticated, service_role;
grant select on table public.lead_mails, public.lead_mail_stops to authenticated;
grant select, insert, update, delete on table public.lead_mails to service_role;
grant select on table public.lead_mail_stops to service_role;
revoke all on function private.hint_mails(), private.settle_lead_mail(uuid, text, text), public.begin_lead_mail(uuid, uuid, uuid, text, text),
  public.settle_lead_mail(uuid, text, text), private.keep_mail_stop(uuid, boolean),
  public.set_lead_mail_stop(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function private.settle_lead_mail(uuid, text, text), public.begin_lead_mail(uuid, uuid, uuid, text, text),
  public.settle_lead_mail(uuid, text, text) to service_role;
grant execute on function private.keep_mail_stop(uuid, boolean), public.set_lead_mail_stop(uuid, boolean) to authenticated;
