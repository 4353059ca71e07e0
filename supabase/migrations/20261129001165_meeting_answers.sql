-- What people answer to an invitation by the links of its mail, which the app signs and follows. An answer is to one
-- sequence of a meeting: when the time changes, nobody has answered yet, and nothing has to be taken back for that.

create table if not exists private.meeting_answers (
  -- No foreign key: meetings are not always ours. What hears that one is gone removes its answers.
  meeting_id uuid not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  sequence integer not null check (sequence >= 0),
  answer text not null,
  answered_at timestamptz not null default now(),
  primary key (meeting_id, user_id)
);
comment on table private.meeting_answers is 'Who said to which sequence of a meeting that they will come, or not.';
-- For accounts that go.
create index if not exists meeting_answers_user_id_idx on private.meeting_answers (user_id);

-- A meeting that a person was invited to, with their answer to it as it stands now; a given `answer` is taken down first
-- where the state is open: not moved (the invitation of this sequence is no longer true), canceled or over. Refusals:
-- PT400 (answer), PT404 (no such meeting of a project that the person is in now), PT429.
create or replace function private.answer_meeting(meeting_id uuid, user_id uuid, sequence integer, answer text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  meeting record;
  state text;
begin
  select m.id, m.lead_id, l.name as lead_name, m.starts_at, m.ends_at, m.status, m.sequence into meeting
  from private.lead_meetings m join private.lead_facts l on l.id = m.lead_id
  where m.id = answer_meeting.meeting_id and m.sequence is not null and exists (
    select from private.tenant_members t where t.project_id = m.project_id and t.user_id = answer_meeting.user_id);
  if meeting.id is null then
    raise exception 'There is no such meeting of this person.' using errcode = 'PT404', detail = 'meeting_id';
  end if;
  state := case
    when meeting.status = 'canceled' then 'canceled'
    when meeting.status <> 'scheduled' or meeting.ends_at <= now() then 'over'
    when meeting.sequence <> answer_meeting.sequence then 'moved'
    else 'open'
  end;
  if answer_meeting.answer is not null then
    if answer_meeting.answer not in ('accepted', 'declined') then
      raise exception 'There is no such answer.' using errcode = 'PT400', detail = 'answer';
    end if;
    perform private.take_from_limit(answer_meeting.user_id, 'links');
    if state = 'open' then
      -- A faster answer to a later invitation stays.
      insert into private.meeting_answers as a (meeting_id, user_id, sequence, answer)
      values (meeting.id, answer_meeting.user_id, meeting.sequence, answer_meeting.answer)
      on conflict (meeting_id, user_id) do update
        set sequence = excluded.sequence, answer = excluded.answer, answered_at = excluded.answered_at
        where a.sequence < excluded.sequence or a.sequence = excluded.sequence and a.answer <> excluded.answer;
    end if;
  end if;
  return jsonb_build_object('state', state, 'lead_id', meeting.lead_id, 'lead_name', meeting.lead_name,
    'starts_at', private.iso_instant(meeting.starts_at), 'sequence', meeting.sequence,
    'answer', (select a.answer from private.meeting_answers a where a.meeting_id = meeting.id
      and a.user_id = answer_meeting.user_id and a.sequence = meeting.sequence),
    'settings', (select to_jsonb(s) from public.user_notification_settings s where s.user_id = answer_meeting.user_id),
    'preferences', (select to_jsonb(p) from public.user_app_preferences p where p.user_id = answer_meeting.user_id));
end;
$$;

create or replace function public.answer_meeting(meeting_id uuid, user_id uuid, sequence integer, answer text default null)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.answer_meeting($1, $2, $3, $4); $$;

-- The answers to a lead's meetings as they stand now, {name, answer}: of who is in the project, for who is in it.
create or replace function private.lead_answers(lead uuid)
returns table (meeting_id uuid, answers jsonb)
language sql
stable
security definer
rows 5
set search_path = ''
as $$
  select m.id, jsonb_agg(jsonb_build_object('name', c.name, 'answer', a.answer) order by a.answered_at, c.id)
  from private.lead_meetings m
  join private.meeting_answers a on a.meeting_id = m.id and a.sequence = m.sequence
  join private.tenant_members t on t.project_id = m.project_id and t.user_id = a.user_id
  cross join lateral private.my_colleagues(array[a.user_id]) c
  where m.lead_id = lead_answers.lead and m.project_id = any (array(select private.my_project_ids()))
  group by m.id;
$$;

alter table private.meeting_answers enable row level security;
drop policy if exists "the service reads answers to invitations" on private.meeting_answers;
create policy "the service reads answers to invitations" on private.meeting_answers
  for select to service_role using (true);

revoke all on table private.meeting_answers from public, anon, authenticated, service_role;
grant select on table private.meeting_answers to service_role;
revoke all on function private.answer_meeting(uuid, uuid, integer, text), public.answer_meeting(uuid, uuid, integer, text),
  private.lead_answers(uuid) from public, anon, authenticated, service_role;
grant execute on function private.answer_meeting(uuid, uuid, integer, text),
  public.answer_meeting(uuid, uuid, integer, text) to service_role;
grant execute on function private.lead_answers(uuid) to authenticated;
