import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { committedAs } from "./settings-client";

export type Row = Readonly<{
  id: string;
  seq: number;
  project_id: string | null;
  lead_id: string | null;
  title: string;
  message: string;
  read_at: string | null;
  actor_name: string | null;
}>;
export type Count = Readonly<{ unread: number; head: number; at: string }>;

async function answerOf<T>(client: pg.ClientBase, sql: string, values: unknown[]): Promise<T> {
  const { rows } = await client.query<{ answer: T }>(`select ${sql} as answer`, values);
  const answer = rows[0]?.answer;
  if (!answer) throw new Error(`${sql} answered nothing`);
  return answer;
}

export const getNotifications = (pool: pg.Pool, person: string, afterSeq = 0, pageSize = 30) =>
  committedAs(pool, person, (client) =>
    answerOf<Count & { rows: Row[]; wakes?: string }>(client, "public.get_notifications($1, $2)", [
      afterSeq,
      pageSize,
    ]),
  );

export const markRead = (pool: pg.Pool, person: string, ids: string[], read = true) =>
  committedAs(pool, person, (client) =>
    answerOf<Count>(client, "public.mark_notifications_read($1, $2)", [ids, read]),
  );

export type Batch = Count & Readonly<{ marked_at: string; next: number | null }>;

export const markBatch = (pool: pg.Pool, person: string, through: number, markedAt: string | null = null) =>
  committedAs(pool, person, (client) =>
    answerOf<Batch>(client, "public.mark_notifications_through($1, true, $2)", [through, markedAt]),
  );

/** Takes back what became read at `markedAt`. */
export const takeBackBatch = (pool: pg.Pool, person: string, through: number, markedAt: string | null) =>
  committedAs(pool, person, (client) =>
    answerOf<Batch>(client, "public.mark_notifications_through($1, false, $2)", [through, markedAt]),
  );

/** As the service role, with named arguments as the API passes them. */
export async function createNotification(
  pool: pg.Pool,
  fields: JsonObject,
): Promise<{ id: string; seq: number }> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local role service_role");
    const named = Object.keys(fields).map((name, index) => `${name} => $${index + 1}`);
    const answer = await answerOf<{ id: string; seq: number }>(
      client,
      `public.create_notification(${named.join(", ")})`,
      Object.values(fields),
    );
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
