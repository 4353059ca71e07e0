import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";

const timeoutMs = 8_000;

const begun = z.object({
  /** Whether the caller is the one who sends it now. */
  go: z.boolean(),
  status: z.enum(["sending", "sent", "failed"]),
  to: z.string(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  company: z.string().nullable(),
  project: z.string().nullable(),
});
export type BegunMail = z.infer<typeof begun>;

export type LeadMail = Readonly<{ mailId: string; leadId: string; subject: string; body: string }>;

/**
 * Mails to leads, as the server alone writes them down: what became of one is nobody's word but its provider's. Null
 * without a secret key. Its functions throw refusals.
 */
export function correspondenceStore() {
  const client = adminClient();
  if (!client) return null;
  const limit = () => AbortSignal.timeout(timeoutMs);
  return {
    async begin(person: string, { mailId, leadId, subject, body }: LeadMail): Promise<BegunMail> {
      const asked = client.rpc("begin_lead_mail", { person, mail_id: mailId, lead: leadId, subject, body });
      return begun.parse(dataOf(await asked.abortSignal(limit())));
    },
    /** `problem`: why it was not sent; null: it was. */
    async settle(mailId: string, problem: string | null, providerId: string | null): Promise<void> {
      const given = {
        mail_id: mailId,
        ...(problem !== null && { problem }),
        ...(providerId !== null && { provider_id: providerId }),
      };
      dataOf(await client.rpc("settle_lead_mail", given).abortSignal(limit()));
    },
  };
}
