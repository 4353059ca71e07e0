import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import "server-only";
import { pushConfig } from "@/lib/notifications/channels/push/config";
import { senders } from "@/lib/notifications/delivery/senders";

/** The channels on which this platform can send. */
export const configuredChannels = (): OutgoingChannel[] =>
  outgoingChannels.filter((channel) => senders()[channel] !== undefined);

/** The public key with which browsers subscribe (VAPID, base64url); null where push is not configured. */
export const pushKey = (): string | null => pushConfig(process.env)?.publicKey ?? null;
