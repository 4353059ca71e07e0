-- What is refused, and the time of a change.

-- On any update, too: a client of before this rule cannot be changed at all.
create function public.validate_client() returns trigger language plpgsql as $$
begin
  if coalesce(btrim(new.description), '') = '' then
    raise exception 'Client description is required';
  end if;
  if coalesce(new.contact_info ->> 'email', '') = '' and coalesce(new.contact_info ->> 'phone', '') = '' then
    raise exception 'Client contact info needs an email or a phone';
  end if;
  return new;
end;
$$;
create trigger validate_client_before_insert before insert on public.clients
  for each row execute function public.validate_client();
create trigger validate_client_before_update before update on public.clients
  for each row execute function public.validate_client();

create function public.validate_project_client_id() returns trigger language plpgsql as $$
begin
  if new.client_id is not null and not exists (select from public.clients c where c.id = new.client_id) then
    raise exception 'Client % does not exist', new.client_id;
  end if;
  return new;
end;
$$;
create trigger validate_project_client_id_trigger before insert or update on public.projects
  for each row execute function public.validate_project_client_id();

-- One function for twelve tables.
create function public.update_updated_at_column() returns trigger language plpgsql as $$
begin
  new.updated_at = now();
  return new;
end;
$$;
create trigger update_user_app_preferences_updated_at before update on public.user_app_preferences
  for each row execute function public.update_updated_at_column();
create trigger update_user_notification_settings_updated_at before update on public.user_notification_settings
  for each row execute function public.update_updated_at_column();
create trigger update_user_dashboard_settings_updated_at before update on public.user_dashboard_settings
  for each row execute function public.update_updated_at_column();
create trigger update_user_session_state_updated_at before update on public.user_session_state
  for each row execute function public.update_updated_at_column();
create trigger update_notifications_updated_at before update on public.notifications
  for each row execute function public.update_updated_at_column();
create trigger update_profiles_updated_at before update on public.profiles
  for each row execute function public.update_updated_at_column();
create trigger update_user_api_credentials_updated_at before update on public.user_api_credentials
  for each row execute function public.update_updated_at_column();
create trigger update_whatsapp_message_queue_updated_at before update on public.whatsapp_message_queue
  for each row execute function public.update_updated_at_column();
create trigger update_lead_processing_queue_updated_at before update on public.lead_processing_queue
  for each row execute function public.update_updated_at_column();
create trigger update_project_members_updated_at before update on public.project_members
  for each row execute function public.update_updated_at_column();
create trigger update_lead_members_updated_at before update on public.lead_members
  for each row execute function public.update_updated_at_column();
create trigger update_conversation_members_updated_at before update on public.conversation_members
  for each row execute function public.update_updated_at_column();

create function public.update_user_performance_targets_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at = now();
  return new;
end;
$$;
create trigger trigger_update_user_performance_targets_updated_at before update on public.user_performance_targets
  for each row execute function public.update_user_performance_targets_updated_at();

create function public.update_user_queue_settings_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at = now();
  return new;
end;
$$;
create trigger update_user_queue_settings_updated_at before update on public.user_queue_settings
  for each row execute function public.update_user_queue_settings_updated_at();
