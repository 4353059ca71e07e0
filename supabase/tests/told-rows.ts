import type pg from "pg";
import { createTestDatabase } from "@/local/test-database";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { MajorVersion } from "@/local/postgres/binaries";
import type { TestDatabase } from "@/local/test-database";
import { becomeCaller } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { createWorld, type SignedIn, type World } from "./world";

export type ToldRow = Readonly<{
  user_id: string;
  seq: number;
  category: string;
  title: string;
  message: string;
  params: JsonObject;
  kept_away: string | null;
  actor_id: string | null;
  expires_at: Date | null;
  collapsed_at: Date | null;
}>;

/**
 * A world of a major version, and each test in a transaction of its own that is rolled back: it asks as the owner of the
 * database, who is nobody, or `as` a person. Time moves by `later`, which makes everything told older.
 */
export function useTelling(major: MajorVersion) {
  let database: TestDatabase;
  let client: pg.PoolClient;
  let world: World;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    world = await createWorld(database.pool);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    client = await database.pool.connect();
    await client.query("begin");
    await client.query("delete from public.notifications");
    await client.query("delete from public.notification_subscriptions");
    await client.query("delete from realtime.messages");
  });
  afterEach(async () => {
    await client.query("rollback");
    client.release();
  });

  const ask = async <T extends pg.QueryResultRow>(sql: string, ...values: unknown[]) =>
    (await client.query<T>(sql, values)).rows;
  const as = async <T extends pg.QueryResultRow>(who: SignedIn, sql: string, ...values: unknown[]) => {
    await becomeCaller(client, world.people[who], "authenticated");
    const rows = await ask<T>(sql, ...values);
    await client.query(
      "select set_config('request.jwt.claims', '', true), set_config('request.jwt.claim.sub', '', true), set_config('role', 'none', true)",
    );
    return rows;
  };
  const makeLead = async (heat = "cold", name = "Dana") => {
    const [lead] = await ask<{ id: string }>(
      `insert into public.leads (project_id, name, heat, created_at)
       values ($1, $2, $3, now() - interval '1 day') returning id`,
      world.projectId,
      name,
      heat,
    );
    return lead?.id ?? "";
  };
  return { ask, as, makeLead, world: () => world, client: () => client, ...readings(ask, () => world) };
}

type Ask = <T extends pg.QueryResultRow>(sql: string, ...values: unknown[]) => Promise<T[]>;

/** What came of it, and what a test arranges beside the business. */
function readings(ask: Ask, world: () => World) {
  /** What a person was told and still stands, the newest first; `all`: what became part of another row, too. */
  const told = (who: SignedIn, all = false) =>
    ask<ToldRow>(
      `select * from public.notifications where user_id = $1 and ($2 or collapsed_at is null) order by seq desc`,
      world().people[who],
      all,
    );
  const titles = async (who: SignedIn) => (await told(who)).map(({ title }) => title);
  /** So much time passes for what was told. */
  const later = (interval: string) =>
    ask(`update public.notifications set occurred_at = occurred_at - $1::interval`, interval);
  /** The person's own settings of the app. */
  const inApp = (who: SignedIn, settings: JsonObject) =>
    ask(
      `insert into public.user_notification_settings (user_id, in_app_notifications) values ($1, $2)
       on conflict (user_id) do update set in_app_notifications = excluded.in_app_notifications`,
      world().people[who],
      settings,
    );
  const hints = () =>
    ask<{ topic: string; payload: JsonObject }>(
      "select topic, payload from realtime.messages where event = 'notification'",
    );
  return { told, titles, later, inApp, hints };
}
