import "server-only";
import { checkSmtp } from "@/lib/integrations/email/smtp-check";
import { translatorOf } from "@/lib/i18n/translator";
import { describeError, log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import type { Locale } from "@/lib/vocabulary/locales";
import { composeMail } from "./compose-mail";
import { handOver } from "./hand-over";
import { ownMail, type OwnMail, type Person } from "./own-mail";
import { correspondenceStore, type BegunMail, type LeadMail } from "./store";

const sendingMs = 20_000;

/**
 * Sends a person a mail of their own to the address of their account, as leads would get it. `problem`: what stopped it, a
 * key of `settings.integrations.problems`; null: it is on its way. Throws refusals: `rate_limited`.
 */
export async function sendTestMail(
  person: Person,
  locale: Locale,
): Promise<Result<{ problem: string | null }>> {
  const own = await ownMail(person);
  if ("problem" in own) return ok(own);
  await own.press();
  // Greets the server first: what stops a mail is known better by that.
  const reached = own.credentials.via === "smtp" ? await checkSmtp(own.credentials) : null;
  if (reached && !reached.ok) return ok({ problem: reached.problem ?? reached.fault });
  const t = await translatorOf(locale);
  const sample = {
    company: t("settings.integrations.insert.company"),
    project: t("settings.integrations.insert.project"),
  };
  const id = crypto.randomUUID();
  const mail = composeMail({
    id,
    ...own.account.sender,
    to: person.email,
    subject: t("settings.integrations.mail.testSubject"),
    text: t("settings.integrations.mail.testText"),
    signature: own.signed(sample),
    thread: null,
  });
  const handed = await handOver(own.credentials, mail, id, own.ways, AbortSignal.timeout(sendingMs));
  return ok({ problem: handed.ok ? null : handed.problem });
}

/** `problem`: why it was not sent. `sending`: another attempt runs, or nobody knows. */
export type MailSent = Readonly<{ status: "sent" | "sending" | "failed"; problem: string | null }>;

/**
 * Writes to a lead by mail. However often the same mail is asked for, it is sent once; one that failed goes again. Throws
 * refusals: `not_found`, `conflict` with the path `noAddress`, `optedOut` or `mail_id`, `rate_limited`.
 */
export async function replyByMail(person: Person, mail: LeadMail): Promise<Result<MailSent>> {
  const store = correspondenceStore();
  if (!store) return fail("unavailable");
  const own = await ownMail(person);
  if ("problem" in own) return ok({ status: "failed", problem: own.problem });
  if (!own.chosen) return ok({ status: "failed", problem: "mailNotChosen" });
  const begun = await store.begin(person.userId, mail);
  if (!begun.go) return ok({ status: begun.status, problem: null });
  const handed = await sent(own, mail, begun);
  const problem = handed.ok ? null : handed.problem;
  try {
    await store.settle(mail.mailId, problem, handed.ok ? handed.providerId : null);
  } catch (thrown) {
    // It stays "sending" until its minute is over, and then says that nobody knows.
    log.error("what became of a mail was not kept", describeError(thrown));
    return ok({ status: "sending", problem });
  }
  return ok({ status: problem === null ? "sent" : "failed", problem });
}

function sent(own: OwnMail, { mailId, leadId }: LeadMail, begun: BegunMail) {
  const { company, project } = begun;
  const mail = composeMail({
    id: mailId,
    ...own.account.sender,
    to: begun.to,
    subject: begun.subject,
    text: begun.body,
    signature: own.signed({ company: company ?? "", project: project ?? "" }),
    thread: `lead ${leadId}`,
  });
  return handOver(own.credentials, mail, mailId, own.ways, AbortSignal.timeout(sendingMs));
}
