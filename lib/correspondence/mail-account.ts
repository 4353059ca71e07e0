import { z } from "zod";
import type { MailCredentials } from "@/lib/integrations/email/credentials";
import type { EmailConfig } from "@/lib/notifications/channels/email/config";
import type { Sender } from "@/lib/notifications/channels/email/sender";

const settings = z.object({ from: z.string().catch(""), signature: z.string().catch("") });

/** Whose mails these are: the sender, where answers go, the signature as it is stored, and what is filled into it. */
export type MailAccount = Readonly<{
  sender: Readonly<{ from: Sender; replyTo: string | null }>;
  signature: string;
  values: Readonly<{ name: string; email: string }>;
}>;

/**
 * What a person's settings of e-mail and their credentials amount to; `email`: of their account here. Null where this app
 * sends no mails of its own and its address was chosen.
 */
export function mailAccountOf(
  credentials: MailCredentials,
  given: unknown,
  platform: Pick<EmailConfig, "from"> | null,
  email: string,
): MailAccount | null {
  const { from: name, signature } = settings.catch({ from: "", signature: "" }).parse(given);
  const isOurs = credentials.via === "platform";
  const address = isOurs ? platform?.from.address : credentials.from;
  if (address === undefined) return null;
  return {
    sender: {
      from: { name: name || (isOurs ? (platform?.from.name ?? "") : ""), address },
      replyTo: isOurs ? email : null,
    },
    signature,
    values: { name: name || email, email: isOurs ? email : address },
  };
}
