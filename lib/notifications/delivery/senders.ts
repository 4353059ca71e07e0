import "server-only";
import type { Send } from "@/lib/notifications/channels/channel";
import type { OutgoingChannel } from "./situation";

export type Senders = Partial<Readonly<Record<OutgoingChannel, Send>>>;

/** How this platform sends on each channel, by its environment; a channel that is not configured is missing. */
export const senders = (): Senders => ({});
