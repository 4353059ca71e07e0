import type pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { limits, partsAt, type provider } from "./delivery-ground";
import { createWorld, type World } from "./world";

export const minute = 60_000;

type Given = { priority?: string; lead?: string | null; project?: string | null; expires?: string | null };

/** Tells a person at the moment `now`; answers the id of the notification. */
async function tellAt(
  pool: pg.Pool,
  { people, projectId, leadId }: World,
  now: string,
  { priority = "normal", lead, project, expires = null }: Given,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.notifications (user_id, category, priority, title, message, params, project_id, lead_id,
       created_at, occurred_at, expires_at)
     values ($1, 'heatProgressions', $2, 'Dana is now hot', 'Heat went from cold to hot.', $3, $4, $5, $6, $6, $7)
     returning id`,
    [
      people.member,
      priority,
      { kind: "lead.heat", lead_name: "Dana", from: "cold", to: "hot" },
      project === undefined ? projectId : project,
      lead === undefined ? leadId : lead,
      now,
      expires,
    ],
  );
  return rows[0]?.id ?? "";
}

/**
 * A member of a project with a confirmed address, who is told that a lead turned hot, and a clock that stands at a
 * Wednesday's noon, within working hours, before each test of the file.
 */
export function toldMember() {
  let database: TestDatabase;
  let world: World;
  let now = "";
  beforeAll(async () => {
    database = await createTestDatabase();
    world = await createWorld(database.pool);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    now = "2026-12-02T12:00:00Z";
    const { pool } = database;
    await pool.query("delete from public.notifications");
    await pool.query("delete from public.user_notification_settings");
    await pool.query("delete from private.destinations");
    await pool.query(
      "update auth.users set email_confirmed_at = '2026-01-01' where email_confirmed_at is null",
    );
  });

  const clock = () => now;
  const set = (columns: Record<string, unknown>) =>
    database.pool.query(
      `insert into public.user_notification_settings (user_id, ${Object.keys(columns).join(", ")})
       values ($1, ${Object.keys(columns).map((_, index) => `$${index + 2}`)})
       on conflict (user_id) do update set ${Object.keys(columns).map((name) => `${name} = excluded.${name}`)}`,
      [world.people.member, ...Object.values(columns)],
    );

  const deliveries = async () => {
    const { rows } = await database.pool.query(
      "select d.* from private.deliveries d where channel = 'email' order by d.created_at, d.id",
    );
    return rows;
  };

  return {
    pool: (): pg.Pool => database.pool,
    world: () => world,
    clock,
    at: (instant: string) => void (now = instant),
    later: (ms: number) => void (now = new Date(Date.parse(now) + ms).toISOString()),
    /** At the moment of the clock. */
    tell: (given: Given = {}) => tellAt(database.pool, world, now, given),
    set,
    deliveries,
    /** A whole run of a worker that sends mail alone. */
    run: (send: ReturnType<typeof provider>["send"]) =>
      runWorker(partsAt(database.pool, clock, { senders: { email: send } }), limits, () => true),
  };
}
