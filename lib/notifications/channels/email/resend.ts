import { z } from "zod";
import type { Outcome } from "../channel";
import { asking } from "@/lib/provider-request";
import type { ResendAccount } from "./config";
import type { Mail } from "./mail";
import { resendOutcome } from "./resend-outcome";
import { senderText } from "./sender";

const taken = z.object({ id: z.string().min(1) });

/** Without it the service answers 403. */
const userAgent = "ovenai-settings/1";

/**
 * Hands mails to Resend. The id of the dispatch is the key by which it takes a mail once, for 24 hours: what is asked
 * again because an answer was lost arrives once.
 */
export function resendSender({ apiUrl, apiKey }: ResendAccount, ask = asking(), now = Date.now) {
  return async (mail: Mail, idempotencyKey: string, signal: AbortSignal): Promise<Outcome> => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "user-agent": userAgent,
      "idempotency-key": idempotencyKey,
    };
    const request = { method: "POST", headers, body: JSON.stringify(resendMail(mail)) };
    const asked = await ask(`${apiUrl}/emails`, request, signal);
    // Whether it was taken or not: the key makes it safe to ask again.
    if (!asked.answered)
      return {
        outcome: "retry",
        reason: asked.fault === "timeout" ? "timeout" : "network",
        afterSeconds: null,
      };
    const read = taken.safeParse(asked.body);
    if (asked.status < 300 && read.success) return { outcome: "sent", providerId: read.data.id };
    return resendOutcome(asked.status, asked.headers, asked.body, now());
  };
}

/** A mail in the service's words. Its own Message-ID and References go as headers. */
function resendMail(mail: Mail) {
  const { from, to, replyTo, subject, html, text, messageId, references, headers, calendar } = mail;
  return {
    from: senderText(from),
    to: [to],
    ...(replyTo && { reply_to: [replyTo] }),
    subject,
    html,
    text,
    headers: { ...headers, "Message-ID": messageId, ...(references && { References: references }) },
    ...(calendar && {
      attachments: [
        {
          filename: "invite.ics",
          content: Buffer.from(calendar.text).toString("base64"),
          content_type: `text/calendar; charset=utf-8; method=${calendar.method}`,
        },
      ],
    }),
  };
}
