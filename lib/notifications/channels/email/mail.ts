import type { Dispatch, OutgoingMessage } from "../channel";
import { contentOf, mostItems } from "./content";
import { headersOf, messageIdOf, threadIdOf } from "./headers";
import { mailHtml } from "./mail-html";
import { plainText } from "./plain-text";
import type { Sender } from "./sender";
import { subjectOf } from "./written-text";
import type { Words } from "./words";

/** What every mail says of us. `inboxUrl`: where all notifications are. `unsubscribeMailbox`: null where nobody reads one. */
export type MailOptions = Readonly<{
  from: Sender;
  inboxUrl: string;
  unsubscribeMailbox: string | null;
}>;

/** A mail as both providers send it. Headers are ASCII, one line each; names and addresses stay apart. */
export type Mail = Readonly<{
  from: Sender;
  to: string;
  /** Where answers go, where it is not the sender. */
  replyTo?: string | null;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  references: string | null;
  headers: Readonly<Record<string, string>>;
  calendar: OutgoingMessage["calendar"];
}>;

/** What Gmail shows without cutting it is somewhat more. */
const mostBytes = 98_000;

/**
 * Writes the mail of a dispatch. A bundle shows as many of its items as fit, and says how many more there are. An
 * address of a link that is no http address is a bug, and throws.
 */
export async function writeMail(
  { id, destination, message }: Dispatch,
  { from, inboxUrl, unsubscribeMailbox }: MailOptions,
  words: Words,
): Promise<Mail> {
  for (const { url } of [...message.items, message.why]) assertHttp(url);
  for (const url of Object.values(message.calendar?.answers ?? {})) assertHttp(url);
  return {
    from,
    to: destination.address,
    subject: subjectOf(message.subject),
    ...(await bodies(message, inboxUrl, words)),
    messageId: messageIdOf(id, from.address),
    references: message.thread === null ? null : threadIdOf(message.thread, from.address),
    headers: headersOf(message, from.address, unsubscribeMailbox),
    calendar: message.calendar,
  };
}

async function bodies(message: OutgoingMessage, inboxUrl: string, words: Words, most = mostItems) {
  const content = contentOf(message, most);
  const html = await mailHtml(content, inboxUrl, words);
  const isTooLarge = Buffer.byteLength(html) > mostBytes && most > 1;
  if (isTooLarge) return bodies(message, inboxUrl, words, Math.floor(most / 2));
  return { html, text: plainText(content, inboxUrl, words) };
}

function assertHttp(url: string): void {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error(`A mail links to pages only, not to ${url}`);
}
