import { randomUUID } from "node:crypto";

export type SentChannel = "push" | "sms" | "whatsapp" | "slack" | "webhook" | "resend";

/** A message that left the house on a channel other than mail, as its recipient would see it. */
export type Sent = Readonly<{
  id: string;
  /** ISO 8601, when the provider took it. */
  at: string;
  channel: SentChannel;
  /** The number, the end of the push subscription's endpoint, the team and the hook of a Slack channel, the path of a webhook, or the addresses of a mail by Resend. */
  to: string;
  /** What stands over the text; empty where the channel has no titles. */
  title: string;
  text: string;
}>;

export type Outbox = Readonly<{
  add(sent: Omit<Sent, "id" | "at">): void;
  /** Newest first. */
  list(): readonly Sent[];
  clear(): void;
}>;

const KEPT = 500;

/** What the stand-ins of the providers took, in memory: messages of an earlier run are of no use. */
export function createOutbox(now: () => number = Date.now): Outbox {
  let kept: Sent[] = [];
  return {
    add: (sent) => {
      const entry = { id: randomUUID(), at: new Date(now()).toISOString(), ...sent };
      kept = [entry, ...kept].slice(0, KEPT);
    },
    list: () => kept,
    clear: () => void (kept = []),
  };
}
