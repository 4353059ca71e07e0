-- Functions that the app, the agent and the sync call.

create function public.is_admin(user_id uuid) returns boolean language sql stable security definer as $$
  select exists (select from public.profiles p where p.id = $1 and p.role = 'admin')
$$;

create function public.get_notification_summary(p_user_id uuid) returns jsonb
language sql stable security definer as $$
  select jsonb_build_object(
    'total', count(*), 'unread', count(*) filter (where not n.read),
    'by_type', (
      select coalesce(jsonb_object_agg(t.type, t.n), '{}')
      from (
        select m.type, count(*) as n from public.notifications m
        where m.user_id = p_user_id and not m.read group by m.type
      ) t
    )
  )
  from public.notifications n where n.user_id = p_user_id
$$;

create function public.cleanup_expired_sessions() returns integer language plpgsql security definer as $$
declare
  deleted_count integer;
begin
  delete from public.user_session_state where expires_at < now();
  get diagnostics deleted_count = row_count;
  return deleted_count;
end;
$$;

create function public.smart_stitch_lead_update(
  p_lead_id uuid, p_first_name varchar default null, p_last_name text default null, p_phone varchar default null,
  p_state varchar default null, p_status varchar default null, p_client_id uuid default null,
  p_current_project_id uuid default null
) returns jsonb language plpgsql security definer as $$
begin
  update public.leads set
    first_name = coalesce(p_first_name, first_name),
    last_name = coalesce(p_last_name, last_name),
    phone = coalesce(p_phone, phone),
    state = coalesce(p_state, state),
    status = coalesce(p_status, status),
    client_id = coalesce(p_client_id, client_id),
    current_project_id = coalesce(p_current_project_id, current_project_id),
    updated_at = now()
  where id = p_lead_id;
  if not found then
    return jsonb_build_object('success', false, 'error', 'Lead not found');
  end if;
  return jsonb_build_object('success', true);
end;
$$;

create function public.insert_client_bypass_membership(p_name text, p_description text, p_contact_info jsonb)
returns uuid language sql security definer as $$
  insert into public.clients (name, description, contact_info) values (p_name, p_description, p_contact_info)
  returning id
$$;

-- The sync from the agent's database. It names columns that leads and conversations lack, and a role that the members
-- of projects refuse; without the system's account it names an account of zeros. Every error is answered as data.
create function public.handle_cross_database_insert(p_table text, p_data jsonb) returns jsonb
language plpgsql security definer as $$
declare
  system_account constant uuid := coalesce(
    (select u.id from auth.users u where u.email = 'system@ovenai.test'), '00000000-0000-0000-0000-000000000000'
  );
  new_id uuid := coalesce((p_data ->> 'id')::uuid, gen_random_uuid());
begin
  if p_table = 'clients' then
    insert into public.clients (id, name, description, contact_info)
    values (new_id, p_data ->> 'name', p_data ->> 'description', p_data -> 'contact_info');
    insert into public.client_members (client_id, user_id, role) values (new_id, system_account, 'SYSTEM');
  elsif p_table = 'projects' then
    insert into public.projects (id, name, client_id)
    values (new_id, p_data ->> 'name', (p_data ->> 'client_id')::uuid);
    insert into public.project_members (project_id, user_id, role) values (new_id, system_account, 'SYSTEM');
  elsif p_table = 'leads' then
    insert into public.leads (id, name, email, company, phone)
    values (new_id, p_data ->> 'name', p_data ->> 'email', p_data ->> 'company', p_data ->> 'phone');
    insert into public.lead_members (lead_id, user_id, role) values (new_id, system_account, 'SYSTEM');
  elsif p_table = 'conversations' then
    insert into public.conversations (id, lead_id, project_id, content)
    values (new_id, (p_data ->> 'lead_id')::uuid, (p_data ->> 'project_id')::uuid, p_data ->> 'content');
    insert into public.conversation_members (conversation_id, user_id, role) values (new_id, system_account, 'SYSTEM');
  else
    return jsonb_build_object('success', false, 'error', 'Unknown table');
  end if;
  return jsonb_build_object('success', true);
exception when others then
  return jsonb_build_object('success', false, 'code', sqlstate);
end;
$$;
