-- The words of the programs that filled our tables before, beside ours. Everything we know of them is in these tables.
-- The set-up script reads what it finds by these rules, on every ground. Beside an existing OvenAI, whose programs go on,
-- they stay and read what comes later (ovenai_settings_writers); elsewhere they are gone when the script ends.

-- What their value at a place is with us. A value that is not here is taken as it is. MM/DD/YYYY, 12h and en-US are not:
-- programs stored them for everybody.
create table if not exists private.older_words (
  section text not null, path text[] not null, theirs jsonb not null, ours jsonb not null,
  primary key (section, path, theirs)
);
delete from private.older_words;
insert into private.older_words (section, path, theirs, ours) values
  ('preferences', '{data_preferences,dateFormat}', '"DD/MM/YYYY"', '"dmy"'),
  ('preferences', '{data_preferences,dateFormat}', '"YYYY-MM-DD"', '"ymd"'),
  ('preferences', '{data_preferences,timeFormat}', '"24h"', '"h23"'),
  ('preferences', '{data_preferences,numberFormat}', '"he-IL"', '"comma"'),
  ('preferences', '{interface_settings,density}', '"spacious"', '"comfortable"'),
  -- Whoever switched it on saw the page from right to left; where the language goes that way, it follows the language.
  ('preferences', '{interface_settings,rtl}', 'true', '"rtl"'),
  ('dashboard', '{dashboard_preferences,defaultView}', '"minimal"', '"compact"'),
  -- The view that shows everything.
  ('dashboard', '{dashboard_preferences,defaultView}', '"detailed"', '"enhanced"'),
  ('dashboard', '{dashboard_preferences,animationsEnabled}', 'false', 'true');
insert into private.older_words (section, path, theirs, ours)
select 'notifications', array[c, 'frequency'], '"real-time"', '"immediate"'
from unnest(private.older_our_words('channelColumns')) c;

-- Where their value stands with us, in this section or in another one. One name alone: a column of the row, or a key at
-- the top of any of its documents. What stands in our place already counts, unless a program wrote it.
create table if not exists private.older_places (
  section text not null, was text[] not null, to_section text not null, ours text[] not null,
  -- Theirs is in seconds, ours in milliseconds.
  seconds boolean not null default false
);
delete from private.older_places;
insert into private.older_places (section, was, to_section, ours) values
  ('preferences', '{theme}', 'preferences', '{interface_settings,theme}'),
  ('preferences', '{language}', 'preferences', '{interface_settings,language}'),
  ('preferences', '{interface_settings,rtl}', 'preferences', '{interface_settings,direction}'),
  ('preferences', '{timezone}', 'preferences', '{data_preferences,timezone}'),
  ('preferences', '{date_format}', 'preferences', '{data_preferences,dateFormat}'),
  ('preferences', '{time_format}', 'preferences', '{data_preferences,timeFormat}'),
  ('preferences', '{currency}', 'preferences', '{data_preferences,currency}'),
  ('preferences', '{show_debug_info}', 'preferences', '{feature_preferences,debugMode}'),
  ('preferences', '{integration_settings,whatsapp,autoSync}', 'preferences', '{integration_settings,whatsapp,messageSync}'),
  ('preferences', '{auto_refresh}', 'dashboard', '{dashboard_preferences,autoRefresh}'),
  ('preferences', '{notifications_enabled}', 'notifications', '{email_notifications,enabled}'),
  ('preferences', '{notifications_enabled}', 'notifications', '{push_notifications,enabled}'),
  ('preferences', '{notifications_enabled}', 'notifications', '{sms_notifications,enabled}'),
  ('preferences', '{notifications_enabled}', 'notifications', '{whatsapp_notifications,enabled}'),
  ('dashboard', '{default_view}', 'dashboard', '{dashboard_preferences,defaultView}'),
  ('dashboard', '{dashboard_preferences,animationsEnabled}', 'preferences', '{interface_settings,reduceMotion}'),
  ('notifications', '{email_notifications}', 'notifications', '{email_notifications,enabled}'),
  ('notifications', '{push_notifications}', 'notifications', '{push_notifications,enabled}'),
  ('notifications', '{sms_notifications}', 'notifications', '{sms_notifications,enabled}'),
  ('notifications', '{whatsapp_notifications}', 'notifications', '{whatsapp_notifications,enabled}'),
  ('notifications', '{in_app_notifications}', 'notifications', '{in_app_notifications,enabled}'),
  ('notifications', '{timezone}', 'notifications', '{notification_schedule,timezone}'),
  ('notifications', '{quiet_hours_enabled}', 'notifications', '{notification_schedule,quietHours,enabled}'),
  ('notifications', '{quiet_hours_start}', 'notifications', '{notification_schedule,quietHours,start}'),
  ('notifications', '{quiet_hours_end}', 'notifications', '{notification_schedule,quietHours,end}'),
  ('notifications', '{notification_frequency}', 'notifications', '{email_notifications,frequency}'),
  ('notifications', '{notification_frequency}', 'notifications', '{push_notifications,frequency}'),
  ('notifications', '{notification_frequency}', 'notifications', '{sms_notifications,frequency}'),
  ('notifications', '{notification_frequency}', 'notifications', '{whatsapp_notifications,frequency}');
insert into private.older_places (section, was, to_section, ours, seconds) values
  ('preferences', '{refresh_interval}', 'dashboard', '{dashboard_preferences,refreshInterval}', true),
  ('dashboard', '{refresh_interval}', 'dashboard', '{dashboard_preferences,refreshInterval}', true);

-- Their names of switches, and of types of a channel, for our categories; ours among them.
create table if not exists private.older_switches (theirs text not null, category text not null, primary key (theirs, category));
delete from private.older_switches;
insert into private.older_switches (theirs, category)
select c, c from unnest(private.older_our_words('categories')) c;
-- Where they had one switch for leads or meetings, it was for all that is told of them.
insert into private.older_switches (theirs, category)
select t, c from unnest(array['lead_notifications', 'lead_updates', 'leads']) t,
  unnest(array['leadUpdates', 'bantQualifications', 'heatProgressions']) c
union all
select t, c from unnest(array['meeting_notifications', 'meetings']) t,
  unnest(array['meetingReminders', 'calendlyBookings']) c;

-- What their programs stored of themselves, for everybody: nobody chose it, so it becomes inherited. A document with a
-- part of it says what another program stored in that place.
create table if not exists private.older_defaults (section text not null, document jsonb not null);
delete from private.older_defaults;
insert into private.older_defaults (section, document) values
  ('dashboard', '{
    "widget_visibility": {"metrics": true, "monthlyPerformance": true, "leadsConversions": true, "revenueChannel": true,
      "pieCharts": true, "recentActivity": true, "insights": true, "performanceTargets": true},
    "widget_layout": [],
    "dashboard_preferences": {"defaultView": "enhanced", "autoRefresh": true, "refreshInterval": 300000,
      "compactMode": false, "showTooltips": true, "animationsEnabled": true}}'),
  ('dashboard', '{"dashboard_preferences": {"defaultView": "overview"}}'),
  ('notifications', '{
    "email_notifications": {"leadUpdates": true, "bantQualifications": true, "calendlyBookings": true,
      "heatProgressions": true, "meetingReminders": true, "systemAlerts": true, "weeklyReports": true},
    "push_notifications": {"leadUpdates": true, "meetingReminders": true, "systemAlerts": true, "realTimeUpdates": false},
    "sms_notifications": {"leadUpdates": false, "meetingReminders": false, "urgentAlerts": false},
    "notification_schedule": {"workingHours": {"start": "09:00", "end": "18:00"}, "timezone": "UTC", "weekends": false,
      "quietHours": {"enabled": true, "start": "22:00", "end": "08:00"}}}'),
  ('notifications', '{
    "push_notifications": {"realTimeUpdates": true},
    "notification_schedule": {"workingHours": {"start": "09:00", "end": "17:00"}}}'),
  ('preferences', '{
    "interface_settings": {"theme": "system", "language": "en", "rtl": false, "density": "comfortable",
      "sidebarCollapsed": false, "colorScheme": "default"},
    "data_preferences": {"dateFormat": "MM/DD/YYYY", "timeFormat": "12h", "numberFormat": "en-US", "currency": "USD",
      "timezone": "UTC", "pagination": 25, "sortPreferences": {}},
    "feature_preferences": {"betaFeatures": false, "debugMode": false, "advancedMode": false, "analytics": true,
      "tutorials": true},
    "integration_settings": {"calendly": {"enabled": false, "autoSync": false},
      "whatsapp": {"enabled": true, "autoSync": true}, "email": {"enabled": false, "provider": null}},
    "notifications_enabled": true}'),
  ('preferences', '{"integration_settings": {"email": {"enabled": true}}}');

alter table private.older_words enable row level security;
alter table private.older_places enable row level security;
alter table private.older_switches enable row level security;
alter table private.older_defaults enable row level security;
revoke all on table private.older_words, private.older_places, private.older_switches, private.older_defaults
  from public, anon, authenticated, service_role;
