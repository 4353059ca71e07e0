import { z } from "zod";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { isoOf } from "@/lib/time/wall-time";
import { outgoingChannels } from "@/lib/vocabulary/channels";
import { priorities } from "@/lib/vocabulary/categories";

/** What the functions of migration deliveries answer to the worker. */

/** A worker reads tens of thousands of rows: what the database writes is checked without a walk through each letter. */
const instant = z.string().transform((at, context) => {
  const read = Date.parse(at);
  if (!Number.isNaN(read)) return isoOf(read);
  context.addIssue({ code: "custom", message: "not an instant" });
  return z.NEVER;
});
const json = z.custom<JsonObject>((value) => isJsonObject(value), "not an object");

export const noticeRow = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  seq: z.number(),
  category: z.string(),
  type: z.string(),
  priority: z.enum(priorities),
  title: z.string(),
  message: z.string(),
  params: json,
  action_url: z.string().nullable(),
  project_id: z.uuid().nullable(),
  lead_id: z.uuid().nullable(),
  collapse_key: z.string().nullable(),
  created_at: instant,
  occurred_at: instant,
  expires_at: instant.nullable(),
  seen_at: instant.nullable(),
  read_at: instant.nullable(),
  archived_at: instant.nullable(),
  snoozed_until: instant.nullable(),
  collapsed_at: instant.nullable(),
  /** Why the app does not tell it: a word of lib/vocabulary/kept-away. */
  kept_away: z.string().nullable(),
  /** Names, for the texts. */
  project: z.string().nullable(),
  actor: z.string().nullable(),
});
export type NoticeRow = z.infer<typeof noticeRow>;

const destinationRow = z.object({
  id: z.uuid(),
  channel: z.enum(outgoingChannels),
  address: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }).nullable(),
  verified_at: instant.nullable(),
  disabled_reason: z.string().nullable(),
  window_until: instant.nullable(),
});
export type DestinationRow = z.infer<typeof destinationRow>;

export const personRow = z.object({
  user_id: z.uuid(),
  name: z.string(),
  /** The person's own row of each table; null where they have changed nothing. */
  settings: json.nullable(),
  preferences: json.nullable(),
  projects: z.array(z.uuid()),
  destinations: z.array(destinationRow),
  subscriptions: z.array(
    z.object({
      project_id: z.uuid(),
      lead_id: z.uuid().nullable(),
      state: z.enum(["muted", "followed"]),
      until: instant.nullable(),
    }),
  ),
  meetings: z.array(z.object({ starts_at: instant, ends_at: instant })),
  interruptions: z.array(
    z
      .object({ at: instant, notification_id: z.uuid() })
      .transform(({ at, notification_id: of }) => ({ at, of })),
  ),
});
export type PersonRow = z.infer<typeof personRow>;

const deliveryRow = z.object({
  id: z.uuid(),
  notification_id: z.uuid(),
  user_id: z.uuid(),
  channel: z.enum(outgoingChannels),
  destination_id: z.uuid().nullable(),
  reason: z.string(),
  bundle: z.string().nullable(),
  carrier_id: z.uuid(),
  /** When the message was first claimed: the same at every attempt. */
  carried_at: instant,
  /** Sent again by hand: when the message before it was first claimed. */
  tried_since: instant.nullable(),
  attempts: z.number().int(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

/** The rows that can be read: one that cannot, such as an instant of the year 20000, must not hold up all others. */
const readable = <T>(row: z.ZodType<T>) =>
  z.array(z.unknown()).transform((rows) =>
    rows.flatMap((each) => {
      const read = row.safeParse(each);
      return read.success ? [read.data] : [];
    }),
  );

export const unroutedAnswer = z.object({
  at: instant,
  /** Ids of all that was taken, also of what cannot be read. */
  taken: z.array(z.uuid()),
  notices: readable(noticeRow),
  people: readable(personRow),
});

export const claimAnswer = z.object({
  at: instant,
  lease: z.uuid().nullable(),
  deliveries: z.array(deliveryRow),
  notices: readable(noticeRow),
  people: readable(personRow),
});
export type Claim = z.infer<typeof claimAnswer>;
