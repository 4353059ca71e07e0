import { htmlOf, type Signature } from "@/lib/integrations/email/signature/signature";
import { messageIdOf, threadIdOf } from "@/lib/notifications/channels/email/headers";
import type { Mail } from "@/lib/notifications/channels/email/mail";
import { displayName, type Sender } from "@/lib/notifications/channels/email/sender";
import { fontFamily } from "@/lib/notifications/channels/email/palette";
import { subjectOf, withIsolatedPhones } from "@/lib/notifications/channels/email/written-text";
import { textDirection } from "@/lib/vocabulary/text-direction";

/** A mail that a person writes. `id` is the same at every attempt. `thread`: what its mails belong together by. */
export type WrittenMail = Readonly<{
  id: string;
  from: Sender;
  /** Where answers go, where it is not `from`. */
  replyTo: string | null;
  to: string;
  subject: string;
  text: string;
  signature: Signature | null;
  thread: string | null;
}>;

/**
 * The mail as senders take it. Names and addresses stay apart, so that no quote or comma of a name ends it; every header
 * is one line. `dir` stands on elements within: an answer drops that of the body.
 */
export function composeMail({ id, from, replyTo, to, subject, text, signature, thread }: WrittenMail): Mail {
  const sender = { name: displayName(from.name), address: from.address };
  const root = thread === null ? null : threadIdOf(thread, from.address);
  return {
    from: sender,
    to,
    replyTo,
    subject: subjectOf(subject),
    html: htmlMail(text, signature),
    text: textMail(text, signature),
    messageId: messageIdOf(id, from.address),
    references: root,
    headers: root === null ? {} : { "In-Reply-To": root },
    calendar: null,
  };
}

/** "-- " on a line of its own: programs know by it where a signature begins. */
const textMail = (text: string, signature: Signature | null): string =>
  [withIsolatedPhones(text), ...(signature?.text ? ["-- ", withIsolatedPhones(signature.text)] : [])].join(
    "\n",
  ) + "\n";

function htmlMail(text: string, signature: Signature | null): string {
  const look = `font-family:${fontFamily};font-size:14px;line-height:1.5`;
  const below = signature?.html
    ? `<div style="height:16px"></div>${turned(signature.html, signature.direction)}`
    : "";
  const body = turned(htmlOf(withIsolatedPhones(text)), textDirection(text) ?? "ltr");
  return `<!doctype html><html><head><meta charset="utf-8"></head><body><div style="${look}">${body}${below}</div></body></html>`;
}

const turned = (html: string, direction: "ltr" | "rtl"): string =>
  `<div dir="${direction}" style="text-align:${direction === "rtl" ? "right" : "left"}">${html}</div>`;
