import "server-only";
import { credentialsIn, type MailCredentials } from "@/lib/integrations/email/credentials";
import { resendUrlOf } from "@/lib/integrations/email/resend-check";
import { writeSignature, type Signature } from "@/lib/integrations/email/signature/signature";
import { platform } from "@/lib/integrations/service";
import { opened } from "@/lib/integrations/worker";
import { mailConfig } from "@/lib/notifications/delivery/senders";
import type { MailWays } from "./hand-over";
import { mailAccountOf, type MailAccount } from "./mail-account";

export type Person = Readonly<{ userId: string; email: string }>;

/** What a person sends mails by. `chosen`: whether their settings say that it is used. */
export type OwnMail = Readonly<{
  credentials: MailCredentials;
  account: MailAccount;
  ways: MailWays;
  chosen: boolean;
  /** Counts what is asked of a provider. Throws refusals: `rate_limited`. */
  press(): Promise<void>;
  signed(about: Readonly<{ company: string; project: string }>): Signature | null;
}>;

/** Null where a person has connected nothing that can be used. `problem`: why, a key of `settings.integrations.problems`. */
export async function ownMail({ userId, email }: Person): Promise<OwnMail | { problem: string }> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, "email");
  const using = parts && kept && opened(parts, kept, true);
  if (!parts || !using) return { problem: "mailNotConnected" };
  const read = credentialsIn(using.tokens.accessToken);
  if (!read.ok || kept.status === "needs_reconnect") return { problem: kept.problem ?? "credentials" };
  const ways = {
    platform: mailConfig(),
    resendUrl: resendUrlOf(process.env),
  };
  const account = mailAccountOf(read.value, kept.settings, ways.platform, email);
  if (account === null) return { problem: "mailNoPlatform" };
  return {
    credentials: read.value,
    account,
    ways,
    chosen: kept.settings?.provider === read.value.via,
    press: () => parts.store.takePress(userId),
    signed: (about) =>
      account.signature === "" ? null : writeSignature(account.signature, { ...account.values, ...about }),
  };
}
