import type { Heat } from "@/lib/vocabulary/heat";
import type { Locale } from "@/lib/vocabulary/locales";

/** Where a channel reaches a person. `address`: e-mail address, E.164 number, endpoint of a push subscription, or connection. */
export type Destination = Readonly<{
  id: string;
  address: string;
  /** Of a push subscription: base64url. */
  keys: { p256dh: string; auth: string } | null;
  /** WhatsApp: whether the person wrote within 24 hours, so that free text may answer. */
  windowOpen?: boolean;
}>;

/** One thing that is told, in the reader's language. `at`: written in the reader's zone and formats. `url`: absolute. */
export type MessageItem = Readonly<{
  title: string;
  text: string;
  url: string;
  project: string | null;
  actor: string | null;
  at: string;
  heat: Heat | null;
  facts: MessageFacts;
}>;

/** The same for programs. `kind`: as in lib/notifications/kinds. `id`: null for what was only asked for, to see it. */
export type MessageFacts = Readonly<{
  id: string | null;
  kind: string;
  category: string;
  priority: string;
  /** ISO 8601. */
  occurredAt: string;
  projectId: string | null;
  leadId: string | null;
}>;

/**
 * An invitation, its move or its cancellation as iCalendar text, and the pages where the person answers it: what a
 * calendar program answers goes to the sender's mailbox, which nobody reads. A cancellation asks nothing.
 */
export type Calendar = Readonly<{
  method: "REQUEST" | "CANCEL";
  text: string;
  answers: Readonly<{ accept: string; decline: string }> | null;
}>;

/** What leaves the house: one item, or several of a bundle under one `subject`. */
export type OutgoingMessage = Readonly<{
  locale: Locale;
  subject: string;
  /** A sentence over the items of a bundle. */
  intro: string | null;
  items: readonly [MessageItem, ...MessageItem[]];
  /** Why the person gets it, and the address of the switch. */
  why: { text: string; url: string };
  /** One-click unsubscribe of this category; null for what nobody turns off. */
  unsubscribe: { url: string; label: string } | null;
  /** What belongs into one thread of mails, such as a lead. */
  thread: string | null;
  urgency: "low" | "normal" | "high";
  /** Seconds after which it need not arrive any more. */
  ttlSeconds: number;
  /** The person does not want the content on a lock screen. */
  hidden: boolean;
  calendar: Calendar | null;
}>;

/**
 * One attempt. `id` is the same at every attempt: the provider's idempotency key where it takes one. `triedSince` (ISO 8601):
 * when the message was first tried, by whichever worker; undefined: never before.
 */
export type Dispatch = Readonly<{
  id: string;
  destination: Destination;
  message: OutgoingMessage;
  triedSince?: string | undefined;
}>;

/**
 * What became of an attempt. `retry`: not taken, may be taken later (`afterSeconds`: the provider's own wish). `failed`:
 * never for this message. `gone`: the destination takes nothing any more and is switched off. `broken`: our own
 * configuration is at fault; nothing is said about the destination, it is tried again later and the platform's health
 * falls. `reason` is a key of `notifications.reasons`.
 */
export type Outcome =
  | { outcome: "sent"; providerId: string | null }
  | { outcome: "retry"; reason: string; afterSeconds: number | null }
  | { outcome: "failed"; reason: string }
  | { outcome: "gone"; reason: string }
  | { outcome: "broken"; reason: string };

export type Send = (dispatch: Dispatch, signal: AbortSignal) => Promise<Outcome>;
