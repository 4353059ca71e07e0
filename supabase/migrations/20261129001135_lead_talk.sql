-- A lead's conversation: messages, meetings and notes in one line of time. Notes are ours wherever the leads are.

create table if not exists public.lead_notes (
  -- Made by who writes it: what comes twice is kept once.
  id uuid primary key,
  project_id uuid not null,
  lead_id uuid not null,
  -- No foreign key: a note stays with its lead when who wrote it has left. private.erase_user takes the name out.
  author uuid,
  body text not null check (body ~ '\S' and char_length(body) <= 4000),
  at timestamptz not null default now()
);
comment on table public.lead_notes is 'What people write down about a lead, for everybody in its project.';
create index if not exists lead_notes_lead_idx on public.lead_notes (lead_id, at, id);
-- Deleting a project finds its notes.
create index if not exists lead_notes_project_idx on public.lead_notes (project_id);

insert into private.rate_limits (name, per_minute, per_day) values ('lead_notes', 60, 2000)
on conflict (name) do nothing;

-- Tells everybody's open devices that something was said at these leads.
create or replace function private.hint_leads(leads uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint(m.user_id, 'lead', jsonb_build_object('lead_id', l.id))
  from private.lead_facts l join private.tenant_members m on m.project_id = l.project_id where l.id = any (leads);
end;
$$;

create or replace function private.hint_notes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint_leads(array(select distinct c.lead_id from changed_notes c));
  return null;
end;
$$;
create or replace trigger hint_new_notes after insert on public.lead_notes
  referencing new table as changed_notes for each statement execute function private.hint_notes();
create or replace trigger hint_removed_notes after delete on public.lead_notes
  referencing old table as changed_notes for each statement execute function private.hint_notes();

-- The newest `size` of what was said and agreed with a lead before a place in its time, newest first: {entries, next}. An
-- entry is {id, kind, at, direction, channel, state, subject, body, problem, form, media, actor}; kind: note, message or meeting
-- (at: when it begins, state: its status); media: {name}, what came with it and can be fetched; state of a mail of ours that may be tried again: failed, or unknown after a minute. next: {at, id}, null at the first. Read as its caller: of a lead that they do not see it is empty.
create or replace function private.lead_talk(lead uuid, before_at timestamptz, before_id uuid, size integer)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
declare
  chat_ids constant uuid[] := private.chat_message_ids(lead);
  -- One more than a page says whether there is more.
  told constant jsonb[] := array(
    select to_jsonb(t) from (
      (select n.id, 'note' as kind, n.at, null as direction, null as channel, null as state, null as subject, n.body,
          null as problem, n.author, null as form, null::jsonb as media
        from public.lead_notes n
        where n.lead_id = lead and (before_id is null or (n.at, n.id) < (before_at, before_id))
        order by n.at desc, n.id desc limit size + 1)
      union all
      (select m.id, 'message', m.sent_at, m.direction, m.channel, m.state, null, m.body, null, null, null, null
        from private.lead_messages m
        where m.lead_id = lead
          and not exists (select from public.lead_mails x where x.lead_id = lead and x.message_id = m.id)
          and m.id <> all (chat_ids)
          and (before_id is null or (m.sent_at, m.id) < (before_at, before_id))
        order by m.sent_at desc, m.id desc limit size + 1)
      union all
      (select c.id, 'message', c.at, c.direction, 'whatsapp', c.state, null, c.body, null, null, c.form, c.media
        from private.lead_chat(lead, before_at, before_id, size + 1) c)
      union all
      (select x.id, 'message', x.at, 'out', 'email', case when x.leased_until < now() then 'unknown' else x.status end,
          x.subject, x.body, x.problem, x.author, null, null
        from public.lead_mails x
        where x.lead_id = lead and (before_id is null or (x.at, x.id) < (before_at, before_id))
        order by x.at desc, x.id desc limit size + 1)
      union all
      (select m.id, 'meeting', m.starts_at, null, null, m.status, null, null, null, null, null, null
        from private.lead_meetings m
        where m.lead_id = lead and (before_id is null or (m.starts_at, m.id) < (before_at, before_id))
        order by m.starts_at desc, m.id desc limit size + 1)
    ) t order by t.at desc, t.id desc limit size + 1);
begin
  return jsonb_build_object(
    'entries', coalesce((
      select jsonb_agg(t.entry - 'author' || jsonb_build_object('actor', case when t.entry ->> 'author' is not null then
          jsonb_build_object('name', c.name, 'me', (t.entry ->> 'author')::uuid = auth.uid()) end) order by t.nth)
      from unnest(told[1:size]) with ordinality t (entry, nth)
      left join private.my_colleagues(array(
        select distinct (a.entry ->> 'author')::uuid from unnest(told) a (entry) where a.entry ->> 'author' is not null)) c
        on c.id = (t.entry ->> 'author')::uuid), '[]'),
    'next', case when cardinality(told) > size then
      jsonb_build_object('at', told[size] -> 'at', 'id', told[size] -> 'id') end);
end;
$$;

-- A page of a lead's conversation as private.lead_talk has it. PT404 where the caller sees no such lead.
create or replace function public.get_lead_talk(
  lead_id uuid, before_at timestamptz default null, before_id uuid default null, size integer default 30
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (select from private.lead_facts l where l.id = $1) then
    raise exception 'There is no such lead.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  return private.lead_talk($1, coalesce($2, 'infinity'), $3, least(greatest($4, 1), 100));
end;
$$;

-- The work of write_note: nobody writes the table by another way.
create or replace function private.keep_note(note uuid, lead uuid, body text)
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
    raise exception 'There is no such lead to write at.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  perform private.take_from_limit(auth.uid(), 'lead_notes');
  insert into public.lead_notes (id, project_id, lead_id, author, body) values (note, project, lead, auth.uid(), keep_note.body)
  on conflict (id) do nothing;
  if not exists (select from public.lead_notes n where n.id = note and n.lead_id = lead and n.author = auth.uid()
    and n.body = keep_note.body) then
    raise exception 'This is another note.' using errcode = 'PT409', detail = 'note_id';
  end if;
exception when check_violation or not_null_violation then
  raise exception 'Not a note.' using errcode = 'PT400', detail = 'body';
end;
$$;

-- Writes a note at a lead; the same again changes nothing. PT400 (body), PT404 where the caller may not write at the lead,
-- PT409 where the id is another note's, PT429.
create or replace function public.write_note(note_id uuid, lead_id uuid, body text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.keep_note($1, $2, $3);
  return true;
end;
$$;

create or replace function private.remove_note(note uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.take_from_limit(auth.uid(), 'lead_notes');
  delete from public.lead_notes n where n.id = note and n.author = auth.uid()
    and n.project_id = any (array(select private.my_editable_project_ids()));
  return found;
end;
$$;

-- Takes back a note that the caller wrote. PT404 where they wrote no such note, or may no longer write at its lead.
create or replace function public.take_back_note(note_id uuid)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  if not private.remove_note($1) then
    raise exception 'There is no such note of yours.' using errcode = 'PT404', detail = 'note_id';
  end if;
  return true;
end;
$$;

alter table public.lead_notes enable row level security;
drop policy if exists "members see the notes of their projects" on public.lead_notes;
create policy "members see the notes of their projects" on public.lead_notes
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table public.lead_notes from public, anon, authenticated, service_role;
grant select on table public.lead_notes to authenticated;
grant select, delete on table public.lead_notes to service_role;
revoke all on function private.hint_leads(uuid[]), private.hint_notes(),
  private.lead_talk(uuid, timestamptz, uuid, integer), public.get_lead_talk(uuid, timestamptz, uuid, integer),
  private.keep_note(uuid, uuid, text), public.write_note(uuid, uuid, text), private.remove_note(uuid),
  public.take_back_note(uuid) from public, anon, authenticated, service_role;
grant execute on function private.lead_talk(uuid, timestamptz, uuid, integer),
  public.get_lead_talk(uuid, timestamptz, uuid, integer), private.keep_note(uuid, uuid, text),
  public.write_note(uuid, uuid, text), private.remove_note(uuid), public.take_back_note(uuid) to authenticated;
