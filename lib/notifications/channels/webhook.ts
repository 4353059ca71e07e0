import { describeError, log } from "@/lib/log";
import type { ChannelStore } from "./store";

/** What a webhook answers that is not taken. Providers send most of them again. */
export const refusals = {
  notConfigured: () => new Response(null, { status: 404 }),
  noDatabase: () => new Response(null, { status: 503 }),
  tooBig: () => new Response(null, { status: 413 }),
  unsigned(provider: string) {
    log.warn("webhook refused", { provider, reason: "signature" });
    return new Response(null, { status: 403 });
  },
};

/**
 * Lets `deed` tell the database, and answers what `taken` makes; 503 where anything fails, so that the provider sends it
 * again.
 */
export async function telling(
  provider: string,
  store: ChannelStore | null,
  deed: (store: ChannelStore) => Promise<void>,
  taken: () => Response,
): Promise<Response> {
  if (!store) return refusals.noDatabase();
  try {
    await deed(store);
    return taken();
  } catch (error) {
    log.error("webhook not stored", { provider, ...describeError(error) });
    return refusals.noDatabase();
  }
}

/**
 * Obeys a word that a phone sent. A stop is obeyed however often it comes: one too many costs a press of a switch. A
 * start is obeyed once: come again after a later stop, it would write to somebody who said no.
 */
export async function obey(
  store: ChannelStore,
  wish: "stop" | "start" | null,
  from: Readonly<{
    channel: "sms" | "whatsapp";
    number: string;
    provider: "twilio" | "whatsapp";
    eventId: string;
  }>,
): Promise<void> {
  const { channel, number, provider, eventId } = from;
  if (wish === "stop") await store.stop(channel, number, "optedOut");
  if (wish === "start" && (await store.isNew(provider, eventId))) await store.start(channel, number);
}
