-- How long what was told is kept: read or done for 180 days, anything for two years; traces of decisions for 90 days, so
-- that "why did I get that" can be answered for a quarter. A notification takes its deliveries with it.

create table if not exists private.retention (
  name text primary key,
  kept interval not null check (kept > interval '1 day')
);
comment on table private.retention is 'How long what was told is kept. An operator''s own figure stays.';
insert into private.retention (name, kept) values
  ('notifications that were read or archived', interval '180 days'),
  ('notifications', interval '2 years'),
  ('traces of deliveries', interval '90 days'),
  ('destinations that are gone', interval '90 days'),
  ('posts of projects', interval '90 days')
on conflict (name) do nothing;

-- Removes a batch of each at most, oldest first, so that no transaction holds many rows; answers how many rows it
-- touched. Run daily, again as long as it answers more than nothing; twice or late does no harm.
create or replace function private.prune_notifications(most integer default 5000)
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  touched bigint;
  total bigint := 0;
  kept constant jsonb := (select jsonb_object_agg(l.name, l.kept) from private.retention l);
begin
  delete from public.notifications n where n.id = any (array(
    select o.id from public.notifications o
    where (o.read_at < now() - (kept ->> 'notifications that were read or archived')::interval
        or o.archived_at < now() - (kept ->> 'notifications that were read or archived')::interval
        or o.created_at < now() - (kept ->> 'notifications')::interval)
      and o.created_at < now() - (kept ->> 'notifications that were read or archived')::interval
    order by o.created_at limit most));
  get diagnostics touched = row_count;
  total := total + touched;
  update private.deliveries d set trace = '[]' where d.id = any (array(
    select o.id from private.deliveries o
    where o.created_at < now() - (kept ->> 'traces of deliveries')::interval and o.trace <> '[]'
      and o.status <> 'pending'
    order by o.created_at limit most));
  get diagnostics touched = row_count;
  total := total + touched;
  delete from private.destinations t where t.id = any (array(
    select o.id from private.destinations o
    where o.disabled_at < now() - (kept ->> 'destinations that are gone')::interval
      and o.channel = 'push' and not o.of_account
    order by o.disabled_at limit most));
  get diagnostics touched = row_count;
  total := total + touched;
  delete from private.project_posts t where t.id = any (array(
    select o.id from private.project_apps a join private.project_posts o on o.app_id = a.id
    where o.at < now() - (kept ->> 'posts of projects')::interval and o.status <> 'pending'
    order by o.at limit most));
  get diagnostics touched = row_count;
  total := total + touched;
  delete from private.destination_codes c where c.made_at < now() - interval '1 day';
  return total;
end;
$$;

alter table private.retention enable row level security;
drop policy if exists "the service reads what is kept how long" on private.retention;
create policy "the service reads what is kept how long" on private.retention for select to service_role using (true);
revoke all on table private.retention from public, anon, authenticated, service_role;
grant select on table private.retention to service_role;

-- The oldest that may go is found without reading what stays.
create index if not exists notifications_created_at_idx on public.notifications (created_at);
create index if not exists deliveries_traced_idx on private.deliveries (created_at) where trace <> '[]';

revoke all on function private.prune_notifications(integer) from public, anon, authenticated, service_role;
grant execute on function private.prune_notifications(integer) to service_role;
