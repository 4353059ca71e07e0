-- Row policies, which add up and are wide, and the grants of an older hosted project: everything to every role.

do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', name);
  end loop;
  foreach name in array array[
    'user_performance_targets', 'user_queue_settings', 'user_api_credentials', 'aggregated_notifications',
    'system_changes'
  ] loop
    execute format(
      'create policy "Users can manage own rows" on public.%I for all using (auth.uid() = user_id)', name);
  end loop;
  -- Two policies that say the same, on each of the four.
  foreach name in array array[
    'app preferences', 'notification settings', 'dashboard settings', 'session state'
  ] loop
    execute format(
      'create policy %I on public.%I for all using (auth.uid() = user_id)',
      'Users can manage their ' || name, 'user_' || replace(name, ' ', '_'));
    execute format(
      'create policy %I on public.%I for all to authenticated
       using (user_id = auth.uid()) with check (user_id = auth.uid())',
      'user_' || replace(name, ' ', '_') || '_policy', 'user_' || replace(name, ' ', '_'));
  end loop;
end
$$;

create policy "Members can manage clients" on public.clients for all to authenticated using (
  user_id = auth.uid() or id in (select m.client_id from public.client_members m where m.user_id = auth.uid())
);
create policy "Authenticated users can create clients" on public.clients for insert to authenticated
  with check (true);
create policy "Users can manage client memberships" on public.client_members for all to authenticated
  using (true) with check (true);

create policy "Members can manage projects" on public.projects for all to authenticated using (
  client_id in (select m.client_id from public.client_members m where m.user_id = auth.uid())
  or id in (select m.project_id from public.project_members m where m.user_id = auth.uid())
);
create policy "Authenticated users can create projects" on public.projects for insert to authenticated
  with check (true);
create policy "Users can manage project memberships" on public.project_members for all to authenticated
  using (true) with check (true);

create policy "Members can manage leads" on public.leads for all to authenticated using (
  client_id in (select m.client_id from public.client_members m where m.user_id = auth.uid())
  or current_project_id in (select p.id from public.projects p)
  or id in (select m.lead_id from public.lead_members m where m.user_id = auth.uid())
);
create policy "Authenticated users can create leads" on public.leads for insert to authenticated with check (true);
create policy "Users can manage lead memberships" on public.lead_members for all to authenticated
  using (true) with check (true);

create policy "Members can manage conversations" on public.conversations for all to authenticated using (
  lead_id in (select l.id from public.leads l)
);
create policy "Users can manage conversation memberships" on public.conversation_members for all to authenticated
  using (true) with check (true);

create policy "Users can manage queued messages" on public.whatsapp_message_queue for all using (auth.uid() = user_id);
create policy "Users can manage queued leads" on public.lead_processing_queue for all using (auth.uid() = user_id);

create policy "Users can view own notifications" on public.notifications for select using (auth.uid() = user_id);
create policy "Users can update own notifications" on public.notifications for update using (auth.uid() = user_id);
create policy "Users can delete own notifications" on public.notifications for delete using (auth.uid() = user_id);
create policy "System can insert notifications" on public.notifications for insert with check (true);

create policy "Profiles are viewable by everyone" on public.profiles for select using (true);
create policy "Users can update own profile" on public.profiles for update using (auth.uid() = id);
create policy "Service role can manage sync logs" on public.sync_logs for all to service_role using (true);

grant all on all tables in schema public to anon, authenticated, service_role;
grant all on all routines in schema public to anon, authenticated, service_role;
grant all on all sequences in schema public to anon, authenticated, service_role;
