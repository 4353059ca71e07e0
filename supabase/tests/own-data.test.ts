import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownDataParts } from "@/lib/account/own-data";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  const { owner, stranger } = world.people;
  await pool.query(
    `insert into private.destinations (user_id, channel, address)
     values ($1, 'sms', '+972502345678'), ($2, 'sms', '+972502345679')`,
    [owner, stranger],
  );
});
afterAll(() => database.drop());

type Page = { rows: Record<string, unknown>[]; next: number | null };

const read = (person: string, part: string, after = 0) =>
  committedAs(pool, person, async (client) => {
    const { rows } = await client.query<{ page: Page }>("select public.get_own_data($1, $2) as page", [
      part,
      after,
    ]);
    return rows[0]?.page ?? { rows: [], next: null };
  });

/** Where a table of ours names a person, and what becomes of it in the person's file. */
const places: Record<string, string> = {
  "public.client_members.user_id": "clients",
  "public.project_members.user_id": "projects",
  "public.user_dashboard_settings.user_id": "dashboard_settings",
  "public.user_notification_settings.user_id": "notification_settings",
  "public.user_app_preferences.user_id": "preferences",
  "public.user_session_state.user_id": "devices",
  "public.settings_events.owner": "settings_history",
  "public.settings_events.actor": "settings_history",
  "public.notifications.user_id": "notifications",
  "public.notifications.actor_id": "lead_history and settings_history have the deeds; gone with the account",
  "public.notification_subscriptions.user_id": "notification_subscriptions",
  "private.destinations.user_id": "destinations",
  "private.meeting_answers.user_id": "meeting_answers",
  "private.calendar_addresses.user_id": "calendar_address",
  "public.integration_connections.user_id": "integrations",
  "private.project_apps.connected_by": "the project's, of which its admins see who connected it",
  "private.project_posts.actor": "lead_history has the deeds",
  "private.deliveries.user_id":
    "what became of each notification on each channel: the inbox shows it, and it goes with it",
  "public.lead_events.actor": "lead_history",
  "public.lead_notes.author": "lead_notes",
  "public.lead_mails.author": "lead_mails",
  "public.lead_mail_stops.noted_by": "what the lead said, noted by whoever heard it",
  "private.notification_counters.user_id": "a number that the notifications have, too",
  "private.settings_operations.user_id": "answers to saves, which the history has, too; gone after 30 days",
  "private.rate_counters.user_id": "how many saves in the present minute",
  "private.erasures.user_id": "only of people whose account is gone",
};

it("every place where a table of ours names a person is in the person's file, or named here with a reason", async () => {
  const { rows } = await pool.query<{ place: string }>(
    `select format('%s.%s.%s', table_schema, table_name, column_name) as place
     from information_schema.columns join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and table_schema in ('public', 'private') and data_type = 'uuid'
       and column_name ~ '^(user_id|owner|actor|actor_id|author|.*_by|person)$'`,
  );
  expect(rows.map(({ place }) => place).sort()).toEqual(Object.keys(places).sort());
});

it.each(ownDataParts)("%s has what is the person's, and nothing of another", async (part) => {
  const { owner, stranger } = world.people;
  await pool.query("insert into auth.sessions (id, user_id) values (gen_random_uuid(), $1)", [owner]);
  await pool.query(
    "insert into public.lead_events (lead_id, project_id, kind, actor) values ($1, $2, 'heat', $3)",
    [world.leadId, world.projectId, owner],
  );
  await pool.query(
    "insert into private.meeting_answers (meeting_id, user_id, sequence, answer) values (gen_random_uuid(), $1, 0, 'accepted')",
    [owner],
  );
  await pool.query("insert into private.calendar_addresses (user_id) values ($1) on conflict do nothing", [
    owner,
  ]);
  const mine = await read(owner, part);
  expect(mine.rows.length).toBeGreaterThan(0);
  const text = JSON.stringify(mine.rows);
  expect(text).not.toContain(stranger);
  expect(text).not.toMatch(/password|token/i);
});

it("a long history comes in pages, each row once", async () => {
  const { member } = world.people;
  await pool.query(
    "insert into public.notifications (user_id, category, title) select $1, 'leadUpdates', 'News' from generate_series(1, 1201)",
    [member],
  );
  const seqs: unknown[] = [];
  const pages: number[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: Page = await read(member, "notifications", after);
    seqs.push(...page.rows.map(({ seq }) => seq));
    pages.push(page.rows.length);
    after = page.next;
  }
  expect(pages.slice(0, 2)).toEqual([500, 500]);
  expect(new Set(seqs).size).toBe(seqs.length);
  const { rows } = await pool.query(
    "select count(*)::integer as count from public.notifications where user_id = $1",
    [member],
  );
  expect(rows).toEqual([{ count: seqs.length }]);
});
