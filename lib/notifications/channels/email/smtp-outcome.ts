import { z } from "zod";
import type { Outcome } from "../channel";

/** What nodemailer says of an attempt that failed. `responseCode` and `response`: the server's own. */
const failure = z.object({
  code: z.string().catch(""),
  command: z.string().catch(""),
  responseCode: z.number().catch(0),
  response: z.string().catch(""),
});
type Failure = z.infer<typeof failure>;

/** The enhanced status of a reply (RFC 3463): "550 5.1.1 no such user" has "5.1.1". */
const statusOf = ({ response }: Failure): string =>
  /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";

/** Gmail and Microsoft: our domain does not prove that it sends. Nothing is wrong with the mailbox (docs of both). */
const unproven = ["5.7.26", "5.7.515"];
/** The mailbox, or its domain, does not exist, has moved or takes no mail. */
const noMailbox = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.310", "5.4.4"];
const tooLarge = ["5.2.3", "5.3.4"];

/** What became of an attempt by SMTP, from what nodemailer threw. */
export function smtpOutcome(thrown: unknown): Outcome {
  const read = failure.safeParse(thrown);
  const failed: Failure = read.success ? read.data : { code: "", command: "", responseCode: 0, response: "" };
  if (failed.code === "ETLS") return { outcome: "broken", reason: "insecureConnection" };
  if (failed.responseCode === 0) return withoutReply(failed);
  if (unproven.includes(statusOf(failed))) return { outcome: "broken", reason: "unverifiedSender" };
  if (failed.responseCode < 500) return temporary(failed);
  return failed.code === "EAUTH" ? { outcome: "broken", reason: "credentials" } : permanent(failed);
}

/** Whether the reply is about this mail. Any other is about us: a server that greets nobody from here, for instance. */
const isAboutMail = ({ code }: Failure): boolean => code === "EENVELOPE" || code === "EMESSAGE";

/** No reply: the connection, or something that nodemailer found before it asked. */
function withoutReply({ code, command }: Failure): Outcome {
  if (code === "EAUTH" || code === "ENOAUTH") return { outcome: "broken", reason: "credentials" };
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO)/.test(code))
    return { outcome: "broken", reason: "insecureConnection" };
  if (code === "EENVELOPE") return { outcome: "failed", reason: "invalidAddress" };
  if (code === "EMESSAGE" && command === "MAIL FROM") return { outcome: "failed", reason: "tooLarge" };
  const isLate = code === "ETIMEDOUT" || code === "EABORT";
  return { outcome: "retry", reason: isLate ? "timeout" : "network", afterSeconds: null };
}

/** 4xx: later. 450 and 451 are what a server says to a sender that it does not know yet. */
function temporary({ code, responseCode }: Failure): Outcome {
  const isUnknown = responseCode === 450 || responseCode === 451;
  const reason = isUnknown && code !== "EAUTH" ? "rateLimited" : "providerDown";
  return { outcome: "retry", reason, afterSeconds: null };
}

/** 5xx, which says most by its enhanced status, and without one by the command that it answers. */
function permanent(failed: Failure): Outcome {
  const { command, responseCode } = failed;
  const status = statusOf(failed);
  if (status === "5.2.2") return { outcome: "retry", reason: "mailboxFull", afterSeconds: null };
  if (tooLarge.includes(status) || (status === "" && responseCode === 552))
    return { outcome: "failed", reason: "tooLarge" };
  if (responseCode === 530 || responseCode === 535) return { outcome: "broken", reason: "credentials" };
  if (!isAboutMail(failed)) return { outcome: "broken", reason: "blocked" };
  if (command === "MAIL FROM") return { outcome: "broken", reason: "unverifiedSender" };
  if (noMailbox.includes(status)) return { outcome: "gone", reason: "bounced" };
  const isPlainRefusal = status === "" && command === "RCPT TO" && [550, 551, 553].includes(responseCode);
  return isPlainRefusal ? { outcome: "gone", reason: "bounced" } : { outcome: "failed", reason: "blocked" };
}
