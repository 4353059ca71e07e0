import { randomUUID } from "node:crypto";
import type pg from "pg";
import { panelNames } from "@/lib/vocabulary/panels";
import { lastThirtyDays, panelsSql, panelsValues } from "@/lib/testing/dashboard-sql";
import { becomeCaller, createUser } from "@/local/test-people";

/**
 * Runs each of the product's queries once, planned as on a large database, so that the advisors find every index that
 * no query uses. Removes its rows by cascading deletes.
 */
export async function playWorkload(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // Tiny tables would be scanned; production's large ones are not.
    await client.query("set enable_seqscan = off");
    const person = await createUser(client);
    const work = await as(client, person, () => liveADay(client));
    await as(client, person, () => readEverything(client, work.projectId));
    await client.query("select from public.notifications where metadata @> $1", [
      { event: "invitee.created" },
    ]);
    await deliver(client);
    await client.query("delete from public.leads where project_id = $1", [work.projectId]);
    await client.query("delete from public.projects where id = $1", [work.projectId]);
    await client.query("delete from public.clients where id = $1", [work.clientId]);
    await client.query("select private.erase_user($1)", [person]);
    await client.query("delete from auth.users where id = $1", [person]);
    await client.query("select private.prune_operations()");
    await client.query("select public.cleanup_expired_sessions()");
    await client.query("analyze");
    await client.query("select pg_stat_force_next_flush()");
  } finally {
    client.release(true);
  }
}

/** What a worker, a webhook and an admin of deliveries ask. */
const deliveryCalls = [
  "public.make_due_notifications()",
  "public.take_unrouted()",
  "public.claim_deliveries()",
  "public.delivery_is_due()",
  "public.read_calendar(user_id, 1) from private.calendar_addresses",
  "private.known_meetings(user_id, now()) from public.integration_connections",
  "private.delivery_people(array(select id from auth.users), now())",
  `public.note_channel_news('sms', '[{"number": "+972502345678", "at": "2026-12-01T00:00:00Z"}]',
    '[{"providerId": "SM1", "status": "delivered"}]')`,
  "public.disable_destination('sms', '+972502345678', 'optedOut')",
  "private.prune_notifications()",
  "public.take_due_integrations(9, 60)",
  "public.take_integration_events(9, 60, 8)",
  "public.retry_integration_events(id) from public.integration_connections",
  "public.find_integration(user_id => gen_random_uuid(), provider => 'calendly')",
  "public.disconnect_integration(gen_random_uuid())",
  `public.store_bookings(gen_random_uuid(), '[{"event": 1, "booking": {}}]')`,
  "public.list_old_ciphertexts('none', gen_random_uuid(), 10)",
  `public.keep_whatsapp_events('[{"account": "1", "number": "2"}, {"account": "1"}]')`,
  "public.connect_integration(u.id, 'whatsapp', 'personal', '{}', '{}', 'v1:a:b:c:d') from auth.users u limit 1",
  // Kept, known from before, and judged by what opens the connection no more.
  ...["v1:a:b:c:d", "v1:a:b:c:d", "none"].map(
    (tokens) => `public.keep_integration_event(c.id, '${tokens}', 'one', '{}')
      from public.integration_connections c where c.provider = 'whatsapp'`,
  ),
  "public.keep_whatsapp_account(c.id, '1', '2') from public.integration_connections c where c.provider = 'whatsapp'",
  ...["972501111111", "972502222222"].map(
    (phone) => `private.whatsapp_contact(c.id, '2', '${phone}', null) from public.integration_connections c
      where c.provider = 'whatsapp'`,
  ),
  `private.rename_whatsapp_contact(c.id, '{"number": "2", "wa_id": "972501111111", "old_wa_id": "972502222222"}')
    from public.integration_connections c where c.provider = 'whatsapp'`,
  "public.whatsapp_account_is_shared('1', gen_random_uuid())",
  `public.whatsapp_standing(m.user_id, l.id), public.whatsapp_card(m.user_id)
    from private.tenant_members m join private.lead_facts l using (project_id)`,
  "public.take_whatsapp_media(m.user_id, gen_random_uuid()) from private.tenant_members m",
  "public.share_whatsapp(gen_random_uuid(), null)",
  "private.shared_numbers(gen_random_uuid())",
  "private.lead_of_person(m.user_id, 'dana@lead.test', '050-234 5678') from private.tenant_members m",
  `public.keep_project_app(m.user_id, m.project_id, 'slack', '{}', 'v1:a:b:c:d', '{leadUpdates}')
    from private.tenant_members m where m.role = 'admin'`,
  `private.post_to_projects(array[row(1, 1, 1, l.project_id, l.id, '{"kind": "lead.needs_person", "lead_name": "Dana", "lead_id": "1", "changes": 1}', 'one',
    now())::private.notice]) from private.lead_facts l`,
  "public.take_project_posts(60)",
  `public.complete_project_posts(gen_random_uuid(), '[{"id": "00000000-0000-4000-8000-000000000000"}]')`,
  "public.choose_project_kinds(m.user_id, m.project_id, 'slack', '{}') from private.tenant_members m where m.role = 'admin'",
  "private.take_whatsapp_status(gen_random_uuid(), '{}')",
  "private.note_whatsapp_template(gen_random_uuid(), '{}')",
  "public.settle_whatsapp_message(gen_random_uuid(), '1')",
  "public.untold_whatsapp(gen_random_uuid())",
];

async function deliver(client: pg.PoolClient): Promise<void> {
  for (const call of deliveryCalls) await client.query(`select ${call}`);
}

async function as<T>(client: pg.PoolClient, person: string, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  await becomeCaller(client, person, "authenticated");
  try {
    return await work();
  } finally {
    await client.query("commit");
  }
}

type Work = { clientId: string; projectId: string };

async function liveADay(client: pg.PoolClient): Promise<Work> {
  const { rows } = await client.query<{ made: { client_id: string; project_id: string } }>(
    "select public.create_workspace('Acme', 'Main') as made",
  );
  const made = rows[0]?.made;
  if (!made) throw new Error("create_workspace answered no row");
  await client.query("reset role");
  await client.query(
    `with lead as (insert into public.leads (project_id, name) values ($1, 'Dana') returning id),
     met as (insert into public.meetings (project_id, lead_id, starts_at, ends_at)
       select $1, id, now(), now() + interval '1 hour' from lead returning lead_id),
     calendar as (insert into public.integration_connections (user_id, provider, kind)
       values (auth.uid(), 'calendly', 'personal') returning id),
     booked as (insert into private.integration_bookings (connection_id, booking_id, starts_at, ends_at, status, changed_at)
       select id, 'one', now(), now() + interval '1 hour', 'active', now() from calendar),
     wrote as (insert into public.messages (project_id, lead_id, direction) select $1, id, 'in' from lead returning lead_id)
     insert into public.performance_targets (project_id, metric, period_start, target) values ($1, 'leads', now(), 5)`,
    [made.project_id],
  );
  await client.query("set local role authenticated");
  await client.query("update public.leads set heat = 'burning', bant_need = true where project_id = $1", [
    made.project_id,
  ]);
  await client.query(
    "select public.write_note(gen_random_uuid(), l.id, 'Call back') from public.leads l where l.project_id = $1",
    [made.project_id],
  );
  for (const project of [null, made.project_id])
    await client.query("select public.patch_dashboard_settings($1, $2, $3)", [
      { project_id: project },
      { widget_visibility: { metrics: false } },
      randomUUID(),
    ]);
  await client.query("select public.patch_notification_settings('{}', $1, $2)", [
    { email_notifications: { leadUpdates: false } },
    randomUUID(),
  ]);
  await client.query("select public.patch_app_preferences('{}', $1, $2)", [
    { interface_settings: { theme: "dark" } },
    randomUUID(),
  ]);
  await client.query("select public.set_calendar_address(true)");
  await client.query("select public.patch_session_state($1, $2)", [
    { session_id: "device-one" },
    { current_context: { path: "/leads" } },
  ]);
  return { clientId: made.client_id, projectId: made.project_id };
}

/** Runs the reads of all pages. */
async function readEverything(client: pg.PoolClient, projectId: string): Promise<void> {
  await client.query("select public.get_bootstrap($1, 'device-one')", [projectId]);
  await client.query("select public.list_dead_deliveries()");
  await client.query(
    "select public.get_settings_events(), public.get_settings_events(path_prefix => 'widget')",
  );
  await client.query(
    "select public.get_project_apps(), public.get_team_times(id, now(), now() + interval '1 day') from public.leads",
  );
  await client.query("select public.get_settings_as_of(now() - interval '1 day')");
  for (const name of ["dashboard_settings", "notification_settings", "app_preferences"])
    await client.query(`select * from public.effective_${name}`);
  await client.query(panelsSql, [projectId, ...panelsValues(panelNames, lastThirtyDays(Date.now()))]);
  await client.query("select public.get_leads($1, 'burning'), public.get_lead_counts($1, 'dana')", [
    projectId,
  ]);
  for (const sort of ["activity", "created", "name", "heat", "value"])
    await client.query("select public.get_leads($1, sort => $2)", [projectId, sort]);
  await client.query("select public.find_leads('dana')");
  await client.query("select public.get_notifications()");
  const { rows: marked } = await client.query<{ marked_at: string }>(
    "select public.mark_notifications_through(1000) ->> 'marked_at' as marked_at",
  );
  await client.query("select public.mark_notifications_through(1000, false, $1)", [marked[0]?.marked_at]);
  for (const view of ["unread", "all", "snoozed", "done", "kept"])
    await client.query("select public.get_inbox($1)", [view]);
  const { rows } = await client.query<{ id: string }>(
    "select id from public.leads where project_id = $1 order by created_at desc limit 20",
    [projectId],
  );
  for (const { id } of rows)
    await client.query("select public.get_lead($1), public.get_lead_talk($1, now(), gen_random_uuid())", [
      id,
    ]);
  for (const { id } of rows)
    for (const table of ["lead_events", "meetings", "messages"])
      await client.query(`select from public.${table} where lead_id = $1`, [id]);
  await client.query("select public.clear_session_state('device-one')");
}
