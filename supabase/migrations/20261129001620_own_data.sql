-- Everything that our tables hold of a person, for the person to take along, in parts and pages.

-- Definer: what the person did in projects that they have left is theirs, too. Nothing here is a secret: neither tokens
-- nor passwords, nor what others wrote. `after` is the `next` of the page before.
create or replace function private.my_data(part text, after bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  caller constant uuid := auth.uid();
  page constant integer := 500;
  found jsonb;
  last bigint;
begin
  case part
    when 'account' then
      select jsonb_agg(jsonb_build_object('id', u.id, 'email', u.email, 'profile', u.raw_user_meta_data,
          'created_at', u.created_at, 'email_confirmed_at', u.email_confirmed_at, 'last_sign_in_at', u.last_sign_in_at))
        into found from auth.users u where u.id = caller;
    when 'sign_ins' then
      select jsonb_agg(to_jsonb(s) order by s.began_at) into found from private.my_sign_ins() s;
    when 'clients' then
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'role', m.role) order by c.name, c.id) into found
      from private.tenant_client_members m join private.tenant_clients c on c.id = m.client_id where m.user_id = caller;
    when 'projects' then
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'role', m.role) order by p.name, p.id) into found
      from private.tenant_members m join private.tenant_projects p on p.id = m.project_id where m.user_id = caller;
    when 'dashboard_settings' then
      select jsonb_agg(to_jsonb(s) order by s.created_at, s.id) into found
      from public.user_dashboard_settings s where s.user_id = caller;
    when 'notification_settings' then
      select jsonb_agg(to_jsonb(s) order by s.created_at, s.id) into found
      from public.user_notification_settings s where s.user_id = caller;
    when 'preferences' then
      select jsonb_agg(to_jsonb(s) order by s.created_at, s.id) into found
      from public.user_app_preferences s where s.user_id = caller;
    when 'devices' then
      select jsonb_agg(to_jsonb(s) order by s.session_id) into found
      from public.user_session_state s where s.user_id = caller;
    when 'settings_history' then
      select jsonb_agg(to_jsonb(e) order by e.id), max(e.id) into found, last from (
        select h.* from public.settings_events h
        where h.owner = caller and h.id > my_data.after order by h.id limit page) e;
    when 'notifications' then
      select jsonb_agg(to_jsonb(n) order by n.seq), max(n.seq) into found, last from (
        select f.* from public.notifications f
        where f.user_id = caller and f.seq > my_data.after order by f.seq limit page) n;
    when 'notification_subscriptions' then
      select jsonb_agg(to_jsonb(s) order by s.id) into found
      from public.notification_subscriptions s where s.user_id = caller;
    when 'destinations' then
      select jsonb_agg(private.destination_facts(d) || jsonb_build_object('address', d.address)
        order by d.created_at, d.id) into found from private.destinations d where d.user_id = caller;
    when 'integrations' then
      select jsonb_agg(to_jsonb(c) || jsonb_build_object('bookings', (
          select jsonb_agg(to_jsonb(b) order by b.starts_at, b.booking_id)
          from private.integration_bookings b where b.connection_id = c.id), 'whatsapp', (
          select to_jsonb(a) from private.whatsapp_accounts a where a.connection_id = c.id)) order by c.provider)
        into found from public.integration_connections c where c.user_id = caller;
    when 'meeting_answers' then
      select jsonb_agg(to_jsonb(a) order by a.answered_at, a.meeting_id) into found
      from private.meeting_answers a where a.user_id = caller;
    when 'calendar_address' then
      select jsonb_agg(to_jsonb(a)) into found from private.calendar_addresses a where a.user_id = caller;
    when 'lead_notes' then
      select jsonb_agg(to_jsonb(n) order by n.at, n.id) into found from public.lead_notes n where n.author = caller;
    when 'lead_mails' then
      select jsonb_agg(to_jsonb(m) - 'leased_until' order by m.at, m.id) into found from public.lead_mails m where m.author = caller;
    when 'lead_history' then
      select jsonb_agg(to_jsonb(e) order by e.id), max(e.id) into found, last from (
        select h.* from private.lead_history h
        where h.actor = caller and h.id > my_data.after order by h.id limit page) e;
    else
      raise exception 'There is no such part.' using errcode = 'PT400', detail = 'part';
  end case;
  return jsonb_build_object('rows', coalesce(found, '[]'),
    'next', case when jsonb_array_length(found) = page then last end);
end;
$$;

-- {rows, next}: a page of a part; next is null after the last.
create or replace function public.get_own_data(part text, after bigint default 0)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (select from private.my_account()) then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return private.my_data(get_own_data.part, coalesce(get_own_data.after, 0));
end;
$$;

revoke all on function private.my_data(text, bigint), public.get_own_data(text, bigint)
  from public, anon, authenticated, service_role;
grant execute on function private.my_data(text, bigint), public.get_own_data(text, bigint) to authenticated;
