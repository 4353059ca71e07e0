-- Whoever makes a project, a lead or a message becomes its owner. Without a caller a member without a person is made:
-- two in a project and in a conversation, because nulls never conflict. Clients get no member by themselves.

create function public.add_owner_membership() returns trigger language plpgsql security definer as $$
begin
  if tg_table_name = 'clients' then
    insert into public.client_members (client_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
    on conflict on constraint client_members_user_id_client_id_key do nothing;
  elsif tg_table_name = 'projects' then
    insert into public.project_members (project_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
    on conflict on constraint project_members_project_id_user_id_key do nothing;
  elsif tg_table_name = 'leads' then
    insert into public.lead_members (lead_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
    on conflict on constraint lead_members_lead_id_user_id_key do nothing;
  elsif tg_table_name = 'conversations' then
    insert into public.conversation_members (conversation_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
    on conflict on constraint conversation_members_conversation_id_user_id_key do nothing;
  end if;
  return new;
end;
$$;

create function public.create_client_membership() returns trigger language plpgsql security definer as $$
begin
  insert into public.client_members (client_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
  on conflict on constraint client_members_user_id_client_id_key do update set role = 'OWNER', updated_at = now();
  return new;
end;
$$;

create function public.create_project_membership() returns trigger language plpgsql security definer as $$
begin
  insert into public.project_members (project_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
  on conflict on constraint project_members_project_id_user_id_key do update set role = 'OWNER', updated_at = now();
  return new;
end;
$$;

create function public.create_conversation_membership() returns trigger language plpgsql security definer as $$
begin
  insert into public.conversation_members (conversation_id, user_id, role) values (new.id, auth.uid(), 'OWNER')
  on conflict on constraint conversation_members_conversation_id_user_id_key
    do update set role = 'OWNER', updated_at = now();
  return new;
end;
$$;

create trigger create_project_membership_trigger after insert on public.projects
  for each row execute function public.create_project_membership();
create trigger add_owner_membership_projects_trg after insert on public.projects
  for each row execute function public.add_owner_membership();
create trigger add_owner_membership_leads_trg after insert on public.leads
  for each row execute function public.add_owner_membership();
create trigger create_conversation_membership_trigger after insert on public.conversations
  for each row execute function public.create_conversation_membership();
create trigger add_owner_membership_conversations_trg after insert on public.conversations
  for each row execute function public.add_owner_membership();
