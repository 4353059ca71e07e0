import { z } from "zod";

/** Channels that a person gives an address for. */
export const addressedChannels = ["email", "push", "sms", "whatsapp"] as const;
export type AddressedChannel = (typeof addressedChannels)[number];

const instant = z.string().nullable();

/**
 * Where a channel reaches the person, as they see it: of a push subscription the host of its service instead of the
 * endpoint. `disabled_reason` is a key of `notifications.reasons`.
 */
export const destination = z.object({
  id: z.uuid(),
  channel: z.enum(addressedChannels),
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

/** What a browser answers to `pushManager.subscribe`. */
export const pushSubscription = z.object({
  endpoint: z.url().max(2_048),
  keys: z.object({ p256dh: z.base64url().max(200), auth: z.base64url().max(100) }),
});
export type PushSubscription = z.infer<typeof pushSubscription>;
