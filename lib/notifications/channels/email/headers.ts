import { createHash } from "node:crypto";
import type { OutgoingMessage } from "../channel";

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** The same at every attempt of one dispatch, so that who gets a mail twice can tell. */
export const messageIdOf = (dispatchId: string, from: string): string =>
  `<${dispatchId.replace(/[^\w.-]/g, "")}@${domainOf(from)}>`;

/**
 * A mail that never was, which all mails of a thread answer: so programs keep one lead's mails together, and two leads
 * of one name apart.
 */
export function threadIdOf(thread: string, from: string): string {
  const hash = createHash("sha256").update(thread).digest("hex").slice(0, 32);
  return `<thread.${hash}@${domainOf(from)}>`;
}

/**
 * The headers of a mail that no person wrote. `List-Unsubscribe` stands once, by https first (RFC 8058); the mailbox of
 * `unsubscribeMailbox` is for programs that know no other way. ASCII on one line each.
 */
export function headersOf(
  message: OutgoingMessage,
  from: string,
  unsubscribeMailbox: string | null,
): Record<string, string> {
  const headers = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "OOF, AutoReply",
    "Content-Language": message.locale,
    "List-Id": `<notifications.${domainOf(from)}>`,
  };
  if (message.unsubscribe === null) return headers;
  const url = new URL(message.unsubscribe.url);
  const subject = encodeURIComponent(`unsubscribe ${url.pathname.split("/").at(-1)}`);
  const byMail = unsubscribeMailbox === null ? "" : `, <mailto:${unsubscribeMailbox}?subject=${subject}>`;
  return {
    ...headers,
    "List-Unsubscribe": `<${url.href}>${byMail}`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
