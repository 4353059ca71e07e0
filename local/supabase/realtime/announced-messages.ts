import type pg from "pg";
import { z } from "zod";
import type { Broadcast } from "./frames";

export type DatabaseMessage = Readonly<{ topic: string; isPrivate: boolean; broadcast: Broadcast }>;

type Row = {
  id: string;
  topic: string;
  event: string | null;
  payload: string | null;
  private: boolean | null;
};

const announcement = z.object({ id: z.uuid() });

/**
 * Reads the rows that notifications announce and delivers their broadcasts in the order of the commits.
 *
 * @param deliver called once for each row that is a broadcast
 * @returns a function to call with each notification's payload
 */
export function readAnnounced(pool: pg.Pool, deliver: (message: DatabaseMessage) => void) {
  let waiting: string[] = [];
  let reading = false;

  const readWaiting = async () => {
    reading = true;
    while (waiting.length > 0) {
      const ids = waiting;
      waiting = [];
      // A failed read loses hints, which subscribers are built to survive.
      const rows = await readRows(pool, ids).catch(() => []);
      for (const row of rows) deliver(toMessage(row));
    }
    reading = false;
  };
  return (payload: string) => {
    waiting.push(announcement.parse(JSON.parse(payload)).id);
    if (!reading) void readWaiting();
  };
}

async function readRows(pool: pg.Pool, ids: string[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select m.id, m.topic, m.event, m.payload::text as payload, m.private
     from unnest($1::uuid[]) with ordinality as announced (id, position)
     join realtime.messages m on m.id = announced.id
     where m.extension = 'broadcast'
     order by announced.position`,
    [ids],
  );
  return rows;
}

function toMessage(row: Row): DatabaseMessage {
  const body = Buffer.from(row.payload ?? "{}");
  const broadcast = { event: row.event ?? "", encoding: "json", body, meta: { id: row.id } } as const;
  return { topic: row.topic, isPrivate: row.private ?? false, broadcast };
}

/** Deletes messages after three days, as the hosted platform does. */
export async function forgetOldMessages(pool: pg.Pool): Promise<void> {
  await pool.query("delete from realtime.messages where inserted_at < now() - interval '3 days'");
}
