-- How the product sees leads of another business, and what happens to them.

do $$
declare
  -- For who asks, and whose project it is in.
  visible constant text := '(current_user <> ''authenticated'' or %1$s = any (array(select private.my_project_ids())))';
  project constant text := ovenai_setup.said('leads', 'project');
  created constant text := coalesce(ovenai_setup.said('leads', 'created') || ', ', '') || '''epoch''::timestamptz';
  later constant text := 'case when d.status %s then coalesce(j.%s, %s) end';
begin
  if not ovenai_setup.is_theirs('leads') then
    return;
  end if;
  perform ovenai_setup.write_port('lead_facts', jsonb_build_object(
      'id', 't.id', 'project_id', project, 'name', ovenai_setup.called('leads', 'Lead', 200),
      'company', ovenai_setup.said('leads', 'company'), 'email', ovenai_setup.said('leads', 'email'),
      'phone', ovenai_setup.said('leads', 'phone'),
      'channel', coalesce(ovenai_setup.filled(format('case when lower(%%1$s) = any (%L) then lower(%%1$s) else ''web'' end',
        private.older_our_words('leadChannels')), ovenai_setup.said('leads', 'channel')), '''web'''),
      'heat', 'd.heat', 'status', 'd.status', 'bant_budget', 'd.bant_budget', 'bant_authority', 'd.bant_authority',
      'bant_need', 'd.bant_need', 'bant_timeline', 'd.bant_timeline',
      'value', coalesce(ovenai_setup.filled('least(greatest(%1$s, 0), 999999999999)',
        ovenai_setup.said('leads', 'value')), '0'),
      'owner_id', ovenai_setup.said('leads', 'owner'), 'follow_up_at', ovenai_setup.said('leads', 'follow_up'),
      'created_at', format('coalesce(%s)', created),
      'last_activity_at', format('greatest(%s, j.judged_at, coalesce(%s))',
        coalesce(ovenai_setup.said('leads', 'active'), 'null'), created),
      'qualified_at', format(later, 'in (''qualified'', ''won'')', 'qualified_at',
        coalesce(ovenai_setup.said('leads', 'qualified') || ', ', '') || created),
      'won_at', format(later, '= ''won''', 'won_at', coalesce(ovenai_setup.said('leads', 'won') || ', ', '') || created)),
    format('public.leads t %s where %s is not null and ', ovenai_setup.judged(), project) || format(visible, project));
end;
$$;

do $$
declare
  visible constant text := '(current_user <> ''authenticated'' or %1$s = any (array(select private.my_project_ids())))';
  port record;
begin
  if ovenai_setup.is_theirs('lead_events') then
    -- Of what happened to a lead we know what we saw.
    perform ovenai_setup.write_port('lead_history', (
      select jsonb_object_agg(a.attname, 't.' || quote_ident(a.attname)) from pg_catalog.pg_attribute a
      where a.attrelid = 'private.lead_events'::regclass and a.attnum > 0),
      'private.lead_events t where ' || format(visible, 't.project_id'));
  end if;
  for port in
    select p.* from (values
      ('lead_meetings', 'meetings', jsonb_build_object(
        'starts_at', ovenai_setup.said('meetings', 'starts'),
        'ends_at', format('coalesce(%s, %s + interval ''30 minutes'')',
          coalesce(ovenai_setup.said('meetings', 'ends'), 'null'), ovenai_setup.said('meetings', 'starts')),
        'status', coalesce(ovenai_setup.filled('case when lower(%1$s) in (''held'', ''canceled'', ''no_show'') then lower(%1$s)
            when lower(%1$s) = ''cancelled'' then ''canceled'' else ''scheduled'' end',
          ovenai_setup.said('meetings', 'status')), '''scheduled'''))),
      ('lead_messages', 'messages', jsonb_build_object(
        'direction', ovenai_setup.filled('case when lower(%1$s) in (''out'', ''outbound'', ''outgoing'', ''sent'')
          then ''out'' else ''in'' end', ovenai_setup.said('messages', 'direction')),
        'sent_at', ovenai_setup.said('messages', 'sent'),
        'reply_seconds', ovenai_setup.said('messages', 'reply_seconds')))
    ) p (name, of, expressions) where ovenai_setup.is_theirs(p.of)
  loop
    perform ovenai_setup.write_port(port.name,
      port.expressions || jsonb_build_object('id', 't.id', 'lead_id', ovenai_setup.said(port.of, 'lead'),
        'project_id', 'l.project'),
      case when not exists (select from ovenai_setup.unread u where u.name = port.of) then
        format('public.%I t join (select t.id, %s as project from public.leads t) l on l.id = %s
          where l.project is not null and ', port.of, ovenai_setup.said('leads', 'project'),
          ovenai_setup.said(port.of, 'lead')) || format(visible, 'l.project') end);
  end loop;
  -- Meetings and messages of theirs are theirs to write down.
  if ovenai_setup.is_theirs('meetings') then
    execute 'create or replace function private.store_meeting(
      meeting uuid, lead uuid, begins timestamptz, ends timestamptz, state text)
    returns uuid language sql volatile set search_path = '''' as ''select null::uuid''';
  end if;
  if ovenai_setup.is_theirs('messages') then
    execute 'create or replace function private.store_message(
      message uuid, lead uuid, way text, moment timestamptz, failed timestamptz)
    returns uuid language sql volatile set search_path = '''' as ''select null::uuid''';
  end if;
end;
$$;
