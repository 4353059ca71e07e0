import { z } from "zod";
import { connectionStates, type Connection } from "./contract/connection";

/** Connections as the database answers them. */
const text = z.string().catch("");
const account = z.object({
  id: text,
  name: text,
  email: text,
  url: z.string().nullable().catch(null),
  numberId: z.string().nullish(),
});
const meetingType = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  minutes: z.number(),
  url: z.string(),
});
const news = z.union([
  z.object({ by: z.literal("webhook") }),
  z.object({ by: z.literal("polling"), because: z.string() }),
]);
/** As a look found it: `soon` says that within two weeks. */
const ends = z.object({ at: z.iso.datetime(), soon: z.boolean() });
const shown = z.object({
  types: z.array(meetingType).catch([]),
  news: news.nullable().catch(null),
  unmatched: z.number().catch(0),
});
export const row = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  provider: z.string(),
  kind: z.enum(["oauth", "personal"]),
  status: z.enum(connectionStates),
  problem: z.string().nullable(),
  account: account.loose(),
  details: z.record(z.string(), z.unknown()),
  scopes: z.array(z.string()),
  expires_at: z.string().nullable(),
  last_success_at: z.string().nullable(),
  last_event_at: z.string().nullable(),
  due_at: z.string().nullable(),
  dead_events: z.number(),
});
export const facts = row.extend({
  settings: z.record(z.string(), z.unknown()).nullable(),
  credentials: z.object({ tokens: z.string(), version: z.number() }).nullable(),
});
/** A connection as the server knows it, with its ciphertext. */
export type Facts = z.infer<typeof facts>;

export const events = z.array(z.object({ id: z.number(), connection_id: z.uuid(), body: z.string() }));
export const old = z.array(
  z.object({ connection_id: z.uuid(), user_id: z.uuid(), provider: z.string(), tokens: z.string() }),
);

/** What became of a booking; an SQL state says that it was not stored. */
export const became = z
  .enum(["stored", "old", "unmatched"])
  .or(z.string().transform(() => "failed" as const));

const endOf = ({ details }: Pick<z.infer<typeof row>, "details">) =>
  ends.safeParse(details.ends).data ?? null;

/** As its owner sees it. */
export const asConnection = (kept: z.infer<typeof row>): Connection => ({
  id: kept.id,
  provider: kept.provider,
  kind: kept.kind,
  state: kept.status === "connected" && endOf(kept)?.soon === true ? "expiring" : kept.status,
  problem: kept.problem,
  account: kept.account.name
    ? { id: kept.account.id, name: kept.account.name, email: kept.account.email }
    : null,
  scopes: kept.scopes,
  ...shown.parse(kept.details),
  lastSuccessAt: kept.last_success_at,
  lastEventAt: kept.last_event_at,
  dueAt: kept.due_at,
  endsAt: endOf(kept)?.at ?? null,
  deadEvents: kept.dead_events,
});
