import { z } from "zod";
import type { Outcome } from "../channel";
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
export function resendSender({ apiUrl, apiKey }: ResendAccount, ask: typeof fetch = fetch) {
  return async (mail: Mail, idempotencyKey: string, signal: AbortSignal): Promise<Outcome> => {
    try {
      const response = await ask(`${apiUrl}/emails`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${apiKey}`,
          "content-type": "application/json",
          "user-agent": userAgent,
          "idempotency-key": idempotencyKey,
        },
        body: JSON.stringify(resendMail(mail)),
        // A redirect would take the key elsewhere.
        redirect: "error",
        signal,
      });
      const body: unknown = await response.json().catch(() => null);
      const read = taken.safeParse(body);
      if (response.ok && read.success) return { outcome: "sent", providerId: read.data.id };
      return resendOutcome(response.status, response.headers, body);
    } catch {
      return { outcome: "retry", reason: signal.aborted ? "timeout" : "network", afterSeconds: null };
    }
  };
}

/** A mail in the service's words. Its own Message-ID and References go as headers. */
function resendMail({ from, to, subject, html, text, messageId, references, headers, calendar }: Mail) {
  return {
    from: senderText(from),
    to: [to],
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
