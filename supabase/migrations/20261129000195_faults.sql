-- What went wrong in a trigger of ours that may not stop the statement it runs in.

create table if not exists private.faults (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- The table whose change we did not take in.
  about text not null,
  code text not null,
  message text not null
);
comment on table private.faults is 'Faults of triggers that stop nobody. /api/health says that there are some.';

create or replace function private.note_fault(about text, code text, message text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
  insert into private.faults (about, code, message) values (note_fault.about, note_fault.code, left(note_fault.message, 500));
$$;

-- How many there were in the last day.
create or replace function public.count_faults()
returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer from private.faults f where f.at > now() - interval '1 day';
$$;

alter table private.faults enable row level security;
drop policy if exists "the service reads faults" on private.faults;
create policy "the service reads faults" on private.faults for select to service_role using (true);

revoke all on table private.faults from public, anon, authenticated, service_role;
revoke all on sequence private.faults_id_seq from public, anon, authenticated, service_role;
grant select, delete on table private.faults to service_role;
revoke all on function private.note_fault(text, text, text), public.count_faults()
  from public, anon, authenticated, service_role;
grant execute on function public.count_faults() to service_role;
