import type { Answer } from "@/lib/integrations/contract/duties";
import type { MailCredentials } from "@/lib/integrations/email/credentials";
import { placeOf } from "@/lib/integrations/email/smtp-check";
import type { Outcome } from "@/lib/notifications/channels/channel";
import type { EmailConfig } from "@/lib/notifications/channels/email/config";
import { handOverBy } from "@/lib/notifications/channels/email/email";
import type { Mail } from "@/lib/notifications/channels/email/mail";

/** `platform`: how this app sends its own mails; null where it sends none. */
export type MailWays = Readonly<{ platform: EmailConfig | null; resendUrl: string }>;

/** Why a mail did not go, as `settings.integrations.problems` says it. `again`: it may go later as it is. */
export type Handed =
  | Readonly<{ ok: true; providerId: string | null }>
  | Readonly<{ ok: false; problem: string; again: boolean }>;

/** Hands a mail over by whatever its author has connected. `id`: by which a mail is taken once, where it can be told. */
export async function handOver(
  credentials: MailCredentials,
  mail: Mail,
  id: string,
  ways: MailWays,
  signal: AbortSignal,
): Promise<Handed> {
  const provider = await providerOf(credentials, ways);
  if (!provider.ok)
    return { ok: false, problem: provider.problem ?? "mailOther", again: provider.fault === "unreachable" };
  return handed(await handOverBy(provider.value)(mail, id, signal));
}

async function providerOf(
  credentials: MailCredentials,
  { platform, resendUrl }: MailWays,
): Promise<Answer<EmailConfig["provider"]>> {
  if (credentials.via === "platform")
    return platform
      ? { ok: true, value: platform.provider }
      : { ok: false, fault: "refused", problem: "mailNoPlatform" };
  if (credentials.via === "resend")
    return { ok: true, value: { name: "resend", account: { apiUrl: resendUrl, apiKey: credentials.key } } };
  const place = await placeOf(credentials);
  if (!place.ok) return place;
  const { host, port, user, password } = credentials;
  const server = { host, port, login: { user, password }, dkim: null, ...place.value };
  return { ok: true, value: { name: "smtp", server } };
}

const problems: Readonly<Record<string, string>> = {
  unverifiedSender: "mailSender",
  credentials: "mailAuth",
  insecureConnection: "mailTls",
  invalidAddress: "mailRecipient",
  bounced: "mailRecipient",
  blocked: "mailBlocked",
  rejected: "mailBlocked",
  tooLarge: "mailTooLarge",
  timeout: "mailTimeout",
  rateLimited: "mailBusy",
  providerDown: "mailBusy",
  quotaExceeded: "mailBusy",
  mailboxFull: "mailBusy",
};

function handed(outcome: Outcome): Handed {
  if (outcome.outcome === "sent") return { ok: true, providerId: outcome.providerId };
  return { ok: false, problem: problems[outcome.reason] ?? "mailOther", again: outcome.outcome === "retry" };
}
