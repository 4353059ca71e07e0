-- What happens at sign-up. Every part that fails is swallowed: an account is made all the same.

-- The columns first_name and last_name do not exist, so no profile is ever made here.
create function public.handle_new_user() returns trigger language plpgsql security definer as $$
begin
  insert into public.profiles (id, email, first_name, last_name)
  values (new.id, new.email, new.raw_user_meta_data ->> 'first_name', new.raw_user_meta_data ->> 'last_name');
  return new;
exception when others then
  return new;
end;
$$;

-- Flat columns that no table has: every part fails, and the answer is success.
create function public.initialize_complete_user(user_id uuid, user_email text) returns jsonb
language plpgsql security definer as $$
begin
  begin
    insert into public.user_app_preferences (user_id, theme, language, timezone, currency)
    values ($1, 'light', 'he', 'Asia/Jerusalem', 'ILS');
  exception when others then null;
  end;
  begin
    insert into public.notifications (user_id, title, message, type)
    values ($1, 'ברוכים הבאים', 'החשבון מוכן', 'welcome');
  exception when others then null;
  end;
  return jsonb_build_object('success', true);
end;
$$;

-- Nulls are distinct, so the conflict of the dashboard and the targets never comes: each call adds rows.
create function public.initialize_complete_user_english(p_user_id uuid, p_user_email text) returns jsonb
language plpgsql security definer as $$
begin
  insert into public.user_app_preferences (user_id, integration_settings) values (
    p_user_id,
    '{"calendly": {"enabled": false, "autoSync": false}, "whatsapp": {"enabled": true, "autoSync": true},
      "email": {"enabled": true, "provider": null}}'
  ) on conflict (user_id) do nothing;
  insert into public.user_notification_settings (user_id, push_notifications, notification_schedule) values (
    p_user_id,
    '{"leadUpdates": true, "meetingReminders": true, "systemAlerts": true, "realTimeUpdates": true}',
    '{"workingHours": {"start": "09:00", "end": "17:00"}, "timezone": "UTC", "weekends": false,
      "quietHours": {"enabled": true, "start": "22:00", "end": "08:00"}}'
  ) on conflict (user_id) do nothing;
  insert into public.user_dashboard_settings (user_id, client_id, project_id) values (p_user_id, null, null)
  on conflict (user_id, client_id, project_id) do nothing;
  insert into public.user_performance_targets (user_id, client_id, project_id) values (p_user_id, null, null)
  on conflict (user_id, client_id, project_id) do nothing;
  insert into public.user_session_state (user_id, session_id)
  values (p_user_id, 'session-' || extract(epoch from clock_timestamp()));
  insert into public.aggregated_notifications (user_id, notification_type, count, title)
  values (p_user_id, 'leads', 0, 'New leads');
  insert into public.notifications (user_id, title, message, type, action_url, metadata) values (
    p_user_id, 'Welcome to OvenAI', 'Your account is ready.', 'info', '/dashboard',
    '{"category": "onboarding", "priority": "medium"}'
  );
  return jsonb_build_object('success', true);
end;
$$;

create function public.initialize_existing_users() returns integer language plpgsql security definer as $$
declare
  person record;
  n integer := 0;
begin
  for person in
    select u.id, u.email from auth.users u
    where not exists (select from public.user_app_preferences p where p.user_id = u.id)
  loop
    perform public.initialize_complete_user_english(person.id, person.email);
    n := n + 1;
  end loop;
  return n;
end;
$$;

-- The profile as in handle_new_user, which no trigger calls, and the documents.
create function public.handle_new_user_complete() returns trigger language plpgsql security definer as $$
begin
  begin
    insert into public.profiles (id, email, first_name, last_name)
    values (new.id, new.email, new.raw_user_meta_data ->> 'first_name', new.raw_user_meta_data ->> 'last_name');
  exception when others then null;
  end;
  perform public.initialize_complete_user_english(new.id, new.email);
  return new;
exception when others then
  return new;
end;
$$;
create trigger on_auth_user_created after insert on auth.users
  for each row execute function public.handle_new_user_complete();
