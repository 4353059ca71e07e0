import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { noticeRow, personRow } from "@/lib/notifications/delivery/answers";
import { decide } from "@/lib/notifications/delivery/decide";
import { recipientsOf, situationOf } from "@/lib/notifications/delivery/situations";
import { kinds } from "@/lib/notifications/kinds";
import { heats } from "@/lib/vocabulary/heat";
import { destinationWith } from "@/lib/testing/delivery-rows";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());

const toldRow = noticeRow
  .omit({ project: true, actor: true })
  .transform((row) => ({ ...row, project: null, actor: null }));

const states = [null, "muted", "followed"] as const;
const schedule = { quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false } };

/** The states of a project and of one of its leads, with a lead of that state. */
async function scopes() {
  const { member } = world.people;
  const made: { project: (typeof states)[number]; lead: (typeof states)[number]; ids: [string, string] }[] =
    [];
  for (const project of states) {
    const projectId = randomUUID();
    await pool.query("insert into public.projects (id, client_id, name) values ($1, $2, 'P')", [
      projectId,
      world.clientId,
    ]);
    await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
      projectId,
      member,
    ]);
    const subscribe = (leadId: string | null, state: string | null) =>
      state &&
      pool.query(
        "insert into public.notification_subscriptions (user_id, project_id, lead_id, state) values ($1, $2, $3, $4)",
        [member, projectId, leadId, state],
      );
    await subscribe(null, project);
    for (const lead of states) {
      const leadId = randomUUID();
      await pool.query(
        "insert into public.leads (id, project_id, name, created_at) values ($1, $2, 'Dana', now() - interval '1 day')",
        [leadId, projectId],
      );
      await subscribe(leadId, lead);
      made.push({ project, lead, ids: [projectId, leadId] });
    }
  }
  return made;
}

/** What SQL said of a row in the app, and what decide() says of it on a channel with the same settings. */
async function verdictsOn(row: unknown, settings: object, subscriptions: object[]) {
  const notice = toldRow.parse(row);
  const { kept_away: inApp } = notice;
  const person = personRow.parse({
    user_id: notice.user_id,
    name: "",
    settings: { ...settings, notification_schedule: schedule },
    preferences: null,
    projects: [notice.project_id ?? ""],
    destinations: [destinationWith()],
    subscriptions,
    meetings: [],
    interruptions: [],
  });
  const recipient = recipientsOf([person]).get(notice.user_id);
  if (!recipient) throw new Error("there is one person");
  const late = new Date(Date.parse(notice.occurred_at) + 300_000).toISOString();
  const { outcome, reason } = decide(situationOf(notice, recipient, "email", destinationWith(), true), late);
  return { inApp, channel: outcome === "send" ? null : reason };
}

it("the app and every channel keep away the same for the same reason, whatever is switched, muted, followed or cold", async () => {
  const { member } = world.people;
  const all = await scopes();
  const { rows: subscriptions } = await pool.query(
    "select project_id, lead_id, state, until from public.notification_subscriptions where user_id = $1",
    [member],
  );
  const said = new Set<string | null>();
  for (const on of [true, false]) {
    for (const minimumHeat of heats) {
      const column = { heatProgressions: on, minimumHeat };
      const settings = { in_app_notifications: column, email_notifications: column };
      await pool.query("delete from public.user_notification_settings where user_id = $1", [member]);
      await pool.query(
        "insert into public.user_notification_settings (user_id, in_app_notifications, email_notifications) values ($1, $2, $2)",
        [member, column],
      );
      for (const { project, lead, ids } of all) {
        for (const to of heats) {
          const params = { ...kinds.get("lead.heat")?.sample, kind: "lead.heat", lead_id: ids[1], to };
          await pool.query("delete from public.notifications where user_id = $1", [member]);
          await pool.query("select public.tell_people(array[$1::uuid], $2, $3, $4)", [
            member,
            params,
            ...ids,
          ]);
          const { rows } = await pool.query<{ row: unknown }>(
            "select to_jsonb(n) as row from public.notifications n where user_id = $1",
            [member],
          );
          const { inApp, channel } = await verdictsOn(rows[0]?.row, settings, subscriptions);
          said.add(inApp);
          expect(channel, JSON.stringify({ on, minimumHeat, project, lead, to })).toBe(inApp);
        }
      }
    }
  }
  expect([...said].toSorted()).toEqual(["heat", "muted", "switch", null].toSorted());
});
