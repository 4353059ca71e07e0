import { z } from "zod";
import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";

const instant = z.string().nullable();

/**
 * Where a channel reaches the person, as they see it: of a push subscription the host of its service instead of the
 * endpoint. `disabled_reason` is a key of `notifications.reasons`.
 */
export const destination = z.object({
  id: z.uuid(),
  channel: z.enum(outgoingChannels),
  address: z.string(),
  name: z.string(),
  device_id: z.string().nullable(),
  of_account: z.boolean(),
  verified_at: instant,
  disabled_at: instant,
  disabled_reason: z.string().nullable(),
  last_sent_at: instant,
  window_until: instant,
  created_at: z.string(),
});
export type PersonDestination = z.infer<typeof destination>;

/**
 * Deliveries that were given up, as an admin of their projects sees them: whom they were for is not said. `title` is
 * English, `params` the facts of the notification's kind, `reason` a key of `notifications.reasons`.
 */
export const undeliveredAnswer = z.array(
  z.object({
    id: z.uuid(),
    channel: z.enum(outgoingChannels),
    reason: z.string(),
    at: z.string(),
    attempts: z.number(),
    title: z.string(),
    params: z.record(z.string(), z.unknown()),
    project_id: z.uuid(),
  }),
);
export type Undelivered = z.infer<typeof undeliveredAnswer>[number];

/** What a browser answers to `pushManager.subscribe`. */
export const pushSubscription = z.strictObject({
  endpoint: z.url({ protocol: /^https$/ }).max(2_048),
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({ p256dh: z.base64url().max(200), auth: z.base64url().max(100) }),
});
export type PushSubscription = z.infer<typeof pushSubscription>;

/** What became of a message that the person asked for. `reason` is a key of `notifications.reasons`. */
export type Sent = { sent: true } | { sent: false; reason: string };

/** What a code did, and why it verified nothing: there is none, it is too old or tried too often, or it is another one. */
export type Verified =
  { ok: true; destination: PersonDestination } | { ok: false; why: "none" | "old" | "wrong" };

/** `keys`: of a push subscription. `device_id`: the device whose browser subscribed. */
export type NewDestination = {
  channel: OutgoingChannel;
  address: string;
  name?: string;
  keys?: { p256dh: string; auth: string };
  device_id?: string;
};
