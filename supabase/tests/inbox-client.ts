import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import type { Count, Row } from "./notifications-client";
import { committedAs } from "./settings-client";

export type InboxRow = Row &
  Readonly<{
    archived_at: string | null;
    snoozed_until: string | null;
    actor_name: string | null;
    project_name: string | null;
  }>;
export type Inbox = Count & Readonly<{ rows: InboxRow[]; next: number | null }>;

/** What get_inbox takes, by name. */
export type InboxAsk = Readonly<{
  view?: string;
  project_id?: string;
  category?: string;
  kind?: string;
  search?: string;
  before_seq?: number;
  page_size?: number;
  open_id?: string;
  channel?: string;
  told?: string;
}>;

const named = (ask: InboxAsk) =>
  Object.keys(ask)
    .map((name, index) => `${name} => $${index + 1}`)
    .join(", ");

export const getInbox = (pool: pg.Pool, person: string | null, ask: InboxAsk = {}): Promise<Inbox> =>
  committedAs(pool, person, async (client) => {
    const sql = `select public.get_inbox(${named(ask)}) as answer`;
    const { rows } = await client.query<{ answer: Inbox }>(sql, Object.values(ask));
    if (!rows[0]) throw new Error("get_inbox answered nothing");
    return rows[0].answer;
  });

export const changeNotifications = (
  pool: pg.Pool,
  person: string | null,
  ids: unknown,
  change: JsonObject | null,
) =>
  committedAs(pool, person, async (client) => {
    const sql = "select public.change_notifications($1, $2) as answer";
    const { rows } = await client.query<{ answer: Count }>(sql, [ids, change && JSON.stringify(change)]);
    if (!rows[0]) throw new Error("change_notifications answered nothing");
    return rows[0].answer;
  });
