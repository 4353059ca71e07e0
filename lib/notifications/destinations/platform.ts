import "server-only";
import { pushConfig } from "@/lib/notifications/channels/push/config";
import { senders } from "@/lib/notifications/delivery/senders";
import { addressedChannels, type AddressedChannel } from "./destination";

/** The channels on which this platform can send. */
export const configuredChannels = (): AddressedChannel[] =>
  addressedChannels.filter((channel) => senders()[channel] !== undefined);

/** The public key with which browsers subscribe (VAPID, base64url); null where push is not configured. */
export const pushKey = (): string | null => pushConfig(process.env)?.publicKey ?? null;
