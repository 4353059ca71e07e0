import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";

const timeoutMs = 5_000;

export type ChannelOfNumbers = "sms" | "whatsapp";

/** What a provider's webhook tells the database. Each may be told twice and late: the database keeps the later word. */
export type ChannelStore = Readonly<{
  stop(channel: ChannelOfNumbers, number: string, reason: string): Promise<void>;
  /** Switches on what its owner stopped, and nothing that was switched off for another reason. */
  start(channel: ChannelOfNumbers, number: string): Promise<void>;
  /** The person wrote to us at `at` (ISO 8601): for 24 hours free text may answer. */
  noteInbound(channel: ChannelOfNumbers, number: string, at: string): Promise<void>;
  /** Whether nobody asked about this event before: a provider sends some twice. */
  isNew(provider: "twilio" | "whatsapp", eventId: string): Promise<boolean>;
  noteStatus(report: Readonly<{ providerId: string; status: string; code: string | null }>): Promise<void>;
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
    async noteInbound(channel, address, at) {
      dataOf(await client.rpc("note_inbound", { channel, address, at }).abortSignal(limit()));
    },
    async isNew(provider, eventId) {
      return dataOf(
        await client.rpc("take_webhook_event", { provider, event_id: eventId }).abortSignal(limit()),
      );
    },
    async noteStatus({ providerId, status, code }) {
      const given = { provider_id: providerId, status, ...(code !== null && { error_code: code }) };
      dataOf(await client.rpc("note_delivery_status", given).abortSignal(limit()));
    },
  };
}
