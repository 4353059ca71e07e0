-- Who sees and changes what of the business. People change what they judge about a lead, and nothing else.

alter table public.clients enable row level security;
alter table public.client_members enable row level security;
alter table public.projects enable row level security;
alter table public.project_members enable row level security;

drop policy if exists "people see the clients they work for" on public.clients;
create policy "people see the clients they work for" on public.clients
  for select to authenticated
  using (id = any (array(select private.my_client_ids())));

drop policy if exists "people see their own place in a client" on public.client_members;
create policy "people see their own place in a client" on public.client_members
  for select to authenticated
  using (user_id = (select auth.uid()));

drop policy if exists "people see the projects they are in" on public.projects;
create policy "people see the projects they are in" on public.projects
  for select to authenticated
  using (id = any (array(select private.my_project_ids())));

drop policy if exists "people see who is in their projects" on public.project_members;
create policy "people see who is in their projects" on public.project_members
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table public.clients, public.client_members, public.projects, public.project_members
  from public, anon, authenticated, service_role;
grant select on table public.clients, public.client_members, public.projects, public.project_members
  to authenticated;
grant select, insert, update, delete
  on table public.clients, public.client_members, public.projects, public.project_members to service_role;

alter table public.leads enable row level security;
alter table public.lead_events enable row level security;
alter table public.meetings enable row level security;
alter table public.messages enable row level security;

drop policy if exists "members see the leads of their projects" on public.leads;
create policy "members see the leads of their projects" on public.leads
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

drop policy if exists "members who are no viewers change leads" on public.leads;
create policy "members who are no viewers change leads" on public.leads
  for update to authenticated
  using (project_id = any (array(select private.my_editable_project_ids())))
  with check (project_id = any (array(select private.my_editable_project_ids())));

drop policy if exists "members see what happened to their leads" on public.lead_events;
create policy "members see what happened to their leads" on public.lead_events
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

drop policy if exists "members see the meetings of their projects" on public.meetings;
create policy "members see the meetings of their projects" on public.meetings
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

drop policy if exists "members see the messages of their projects" on public.messages;
create policy "members see the messages of their projects" on public.messages
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table public.leads, public.lead_events, public.meetings, public.messages
  from public, anon, authenticated, service_role;
revoke all on sequence public.lead_events_id_seq from public, anon, authenticated, service_role;
grant select
  on table public.leads, public.lead_events, public.meetings, public.messages
  to authenticated;
-- A person judges a lead; who it is, what it is worth and where it belongs comes from the chat.
grant update (heat, bant_budget, bant_authority, bant_need, bant_timeline, status) on table public.leads
  to authenticated;
grant select, insert, update, delete
  on table public.leads, public.lead_events, public.meetings, public.messages
  to service_role;

revoke all on function private.stamp_lead(), private.stamp_meeting() from public, anon, authenticated, service_role;
