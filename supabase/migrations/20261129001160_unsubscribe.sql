-- The link of a message that turns its kind off, for whoever holds the message: signed in or not, on whatever device.
-- The link is signed by the app, which alone may call this. Recorded with the source `link` and without an actor: who
-- pressed it is not known, and the record says no more than that.

-- An operator's own figure is kept. Apart from the limit of the person's own changes: a link that was passed on must not
-- use that up.
insert into private.rate_limits (name, per_minute, per_day) values ('links', 30, 300)
on conflict (name) do nothing;

-- Turns a category of a channel off for a person, or with `undo` on again. Answers the version of their settings; asked
-- again, the same. Refusals: PT400 (channel or category in detail), PT404 (no such person), PT429.
create or replace function public.unsubscribe(
  user_id uuid, channel text, category text, undo boolean default false
)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  switches constant text := case when channel in ('email', 'push', 'sms', 'whatsapp')
    then channel || '_notifications' end;
  patch constant jsonb := jsonb_build_object(coalesce(category, ''), coalesce(undo, false));
  named text;
  row_version integer;
begin
  if switches is null then
    raise exception 'There is no such channel to turn off.' using errcode = 'PT400', detail = 'channel';
  elsif private.settings_schema() #>> array['notifications', switches, 'keys', category, 'leaf', 'type']
    is distinct from 'boolean' then
    raise exception 'There is no such category to turn off.' using errcode = 'PT400', detail = 'category';
  end if;
  perform private.take_from_limit(unsubscribe.user_id, 'links');
  named := set_config('ovenai.source', 'link', true);
  insert into public.user_notification_settings as s
    (user_id, email_notifications, push_notifications, sms_notifications, whatsapp_notifications)
  values (
    unsubscribe.user_id,
    case channel when 'email' then patch else '{}' end,
    case channel when 'push' then patch else '{}' end,
    case channel when 'sms' then patch else '{}' end,
    case channel when 'whatsapp' then patch else '{}' end)
  on conflict on constraint user_notification_settings_user_id_key do update set
    email_notifications = s.email_notifications || excluded.email_notifications,
    push_notifications = s.push_notifications || excluded.push_notifications,
    sms_notifications = s.sms_notifications || excluded.sms_notifications,
    whatsapp_notifications = s.whatsapp_notifications || excluded.whatsapp_notifications
  returning s.version into row_version;
  -- A later write in the same transaction must not be recorded as the link's.
  named := set_config('ovenai.source', '', true);
  return row_version;
exception when foreign_key_violation then
  raise exception 'There is no such person.' using errcode = 'PT404', detail = 'user_id';
end;
$$;

revoke all on function public.unsubscribe(uuid, text, text, boolean) from public, anon, authenticated, service_role;
grant execute on function public.unsubscribe(uuid, text, text, boolean) to service_role;
-- It counts for a person whom no token names: the service says whom.
grant execute on function private.take_from_limit(uuid, text, integer) to service_role;
