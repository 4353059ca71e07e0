import "server-only";
import { serverEnv } from "@/lib/env";
import { translatorOf, type Translator } from "@/lib/i18n/translator";
import type { Outcome, OutgoingMessage } from "@/lib/notifications/channels/channel";
import { senders } from "@/lib/notifications/delivery/senders";
import { adminClient } from "@/lib/supabase/admin";
import type { Locale } from "@/lib/vocabulary/locales";
import { codeHash, newCode } from "./code";
import type { Sent } from "./destination";
import { createPrivilegedDestinationStore } from "./store";

const timeoutMs = 10_000;

/** Sends a code that verifies the destination of that person. Throws refusals: `not_found`, `rate_limited`. */
export async function sendCode(userId: string, id: string, locale: Locale): Promise<Sent> {
  const code = newCode();
  return sendTo(userId, id, codeHash(id, code), locale, (t) => ({
    title: t("notifications.destinations.code.title", { code }),
    text: t("notifications.destinations.code.text"),
    path: "/settings/destinations",
  }));
}

/** "Send me one now". Throws refusals as `sendCode`. */
export async function sendTrial(userId: string, id: string, locale: Locale): Promise<Sent> {
  return sendTo(userId, id, null, locale, (t) => ({
    title: t("notifications.destinations.trial.title"),
    text: t("notifications.destinations.trial.text"),
    path: "/notifications",
  }));
}

type Words = { title: string; text: string; path: string };

async function sendTo(
  userId: string,
  id: string,
  hash: string | null,
  locale: Locale,
  words: (t: Translator) => Words,
): Promise<Sent> {
  const admin = adminClient();
  if (!admin) return { sent: false, reason: "notConfigured" };
  const store = createPrivilegedDestinationStore(admin);
  const { channel, address, keys, ...taken } = await store.take(userId, id, hash);
  const send = senders()[channel];
  if (!send) return { sent: false, reason: "notConfigured" };
  if (hash === null && taken.verified_at === null) return { sent: false, reason: "unverified" };
  // Whoever said no is sent nothing, not even a code: it may be another person's number.
  const { disabled_reason: no } = taken;
  if (no === "optedOut" || no === "complained") return { sent: false, reason: no };
  const message = messageOf(words(await translatorOf(locale)), locale);
  // Asked for once more it is another message: its id is new.
  const dispatch = { id: crypto.randomUUID(), destination: { id, address, keys }, message };
  const outcome = await send(dispatch, AbortSignal.timeout(timeoutMs));
  if (outcome.outcome === "sent") await store.noteSent(id);
  if (outcome.outcome === "gone") await store.disable(channel, address, outcome.reason);
  return said(outcome);
}

const said = (outcome: Outcome): Sent =>
  outcome.outcome === "sent" ? { sent: true } : { sent: false, reason: outcome.reason };

function messageOf({ title, text, path }: Words, locale: Locale): OutgoingMessage {
  const occurredAt = new Date().toISOString();
  const facts = {
    id: null,
    kind: "test",
    category: "test",
    priority: "normal",
    occurredAt,
    projectId: null,
    leadId: null,
  };
  const url = `${(serverEnv().siteUrl ?? "").replace(/\/+$/, "")}${path}`;
  return {
    locale,
    subject: title,
    intro: null,
    items: [{ title, text, url, project: null, actor: null, at: "", heat: null, facts }],
    why: { text: "", url },
    unsubscribe: null,
    thread: null,
    urgency: "high",
    ttlSeconds: 600,
    hidden: false,
    calendar: null,
  };
}
