import { z } from "zod";
import { faulty, type Answer } from "@/lib/integrations/contract/duties";
import { jsonOf } from "@/lib/provider-request";

const from = z.email().max(254);
const oneLine = z.string().regex(/^[^\r\n\0]*$/);

/** Ports of mail servers that take mail from people: 465 is TLS from the first byte, the others become it. */
export const mailPorts = [465, 587, 2525, 25];

/**
 * By whom a person's mails are sent. `platform`: by this app's own address; answers go to the address of the person's
 * account, which nobody chooses here. What opens a server or an account is kept in the vault, as one text.
 */
export const mailCredentials = z.discriminatedUnion("via", [
  z.strictObject({ via: z.literal("platform") }),
  z.strictObject({
    via: z.literal("smtp"),
    host: oneLine.min(1).max(253),
    port: z.int().min(1).max(65_535),
    user: oneLine.min(1).max(320),
    password: oneLine.min(1).max(1_000),
    from,
  }),
  z.strictObject({
    via: z.literal("resend"),
    key: z.string().regex(/^[\w-]{8,200}$/),
    from,
  }),
]);
export type MailCredentials = z.infer<typeof mailCredentials>;

/** What `readPersonal` of the provider has kept. */
export function credentialsIn(token: string): Answer<MailCredentials> {
  const read = mailCredentials.safeParse(jsonOf(token));
  return read.success ? { ok: true, value: read.data } : faulty("credentials");
}
