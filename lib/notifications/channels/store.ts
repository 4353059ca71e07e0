import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";

const timeoutMs = 5_000;

export type ChannelOfNumbers = "sms" | "whatsapp";

/**
 * `inbound`: people wrote to us at `at` (ISO 8601), so that free text may answer for 24 hours. `reports`: what became of
 * messages of ours.
 */
export type ChannelNews = Readonly<{
  inbound?: readonly Readonly<{ number: string; at: string }>[];
  reports?: readonly Readonly<{ providerId: string; status: string; code: string | null }>[];
}>;

/** What a provider's webhook tells the database. Each may be told twice and late: the database keeps the later word. */
export type ChannelStore = Readonly<{
  stop(channel: ChannelOfNumbers, number: string, reason: string): Promise<void>;
  /** Switches on what its owner stopped, and nothing that was switched off for another reason. */
  start(channel: ChannelOfNumbers, number: string): Promise<void>;
  /** All of one delivery of a provider, in one request. */
  note(channel: ChannelOfNumbers, news: ChannelNews): Promise<void>;
  /** Whether nobody asked about this event before: a provider sends some twice. */
  isNew(provider: "twilio" | "whatsapp", eventId: string): Promise<boolean>;
}>;

/**
 * Under the service role: whoever sends a webhook is no signed-in person, and its signature was checked. Null without a
 * secret key. Its functions throw refusals.
 */
export function channelStore(): ChannelStore | null {
  const client = adminClient();
  if (!client) return null;
  const limit = () => AbortSignal.timeout(timeoutMs);
  return {
    async stop(channel, address, reason) {
      const given = { channel, address, reason };
      dataOf(await client.rpc("disable_destination", given).abortSignal(limit()));
    },
    async start(channel, address) {
      dataOf(await client.rpc("enable_destination", { channel, address }).abortSignal(limit()));
    },
    async note(channel, { inbound = [], reports = [] }) {
      const given = {
        channel,
        inbound: inbound.map(({ number, at }) => ({ number, at })),
        reports: reports.map(({ providerId, status, code }) => ({ providerId, status, code })),
      };
      dataOf(await client.rpc("note_channel_news", given).abortSignal(limit()));
    },
    async isNew(provider, eventId) {
      return dataOf(
        await client.rpc("take_webhook_event", { provider, event_id: eventId }).abortSignal(limit()),
      );
    },
  };
}
