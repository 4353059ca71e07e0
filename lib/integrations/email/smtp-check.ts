import { isIP } from "node:net";
import { z } from "zod";
import { answered, faulty, type Answer, type Fault } from "@/lib/integrations/contract/duties";
import { reachOf, type ReachParts } from "@/lib/outbound/public-address";
import { mailPorts, type MailCredentials } from "./credentials";

export type SmtpLogin = Extract<MailCredentials, { via: "smtp" }>;

/**
 * Where a mail server is reached: an address that was judged, and no name that may mean another one a moment later.
 * `servername`: for whom TLS is asked; null for an address. `open`: without TLS, for a stand-in that is allowed by name.
 */
export type SmtpPlace = Readonly<{
  address: string;
  servername: string | null;
  security: "secure" | "starttls" | "open";
}>;

/** Names of `settings.integrations.problems` for what stops a mail. */
export const mailFault = (fault: Fault["fault"], problem: string): Answer<never> => ({
  ok: false,
  fault,
  problem,
});

const barred = {
  malformed: "mailHostUnknown",
  unknown: "mailHostUnknown",
  private: "mailHostPrivate",
  port: "mailPort",
} as const;

/** Where the server of a login may be reached; never within a network of ours. */
export async function placeOf(
  { host, port }: SmtpLogin,
  parts: Partial<ReachParts> = {},
): Promise<Answer<SmtpPlace>> {
  const reach = await reachOf(host, port, { ports: mailPorts, ...parts });
  if (!reach.ok) return mailFault(reach.why === "unknown" ? "unreachable" : "refused", barred[reach.why]);
  const [{ address }] = reach.addresses;
  const security = reach.isAllowed ? "open" : port === 465 ? "secure" : "starttls";
  return answered({ address, servername: isIP(reach.host) ? null : reach.host, security });
}

/** Greets the server and signs in, and sends nothing. Says what stopped it. `patienceMs`: for each step. */
export async function checkSmtp(
  login: SmtpLogin,
  parts: Partial<ReachParts> = {},
  patienceMs = 6_000,
): Promise<Answer<SmtpPlace>> {
  const place = await placeOf(login, parts);
  if (!place.ok) return place;
  const { address, servername, security } = place.value;
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host: address,
    port: login.port,
    secure: security === "secure",
    requireTLS: security === "starttls",
    ...(servername !== null && { tls: { servername } }),
    auth: { user: login.user, pass: login.password },
    forceAuth: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
  });
  try {
    await transport.verify();
    return place;
  } catch (thrown) {
    return faultOf(thrown);
  } finally {
    transport.close();
  }
}

const failure = z.object({
  code: z.string().catch(""),
  responseCode: z.number().catch(0),
  message: z.string().catch(""),
});

/** What nodemailer threw, in our words. Nothing of the server's own words is shown: they may say what is nobody's business. */
function faultOf(thrown: unknown): Answer<never> {
  const { code, responseCode, message } = failure
    .catch({ code: "", responseCode: 0, message: "" })
    .parse(thrown);
  if (code === "EAUTH" || code === "ENOAUTH" || responseCode === 535)
    return responseCode >= 400 && responseCode < 500
      ? mailFault("unreachable", "mailBusy")
      : mailFault("credentials", "mailAuth");
  if (
    code === "ETLS" ||
    /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code) ||
    /certificate|ssl routines/i.test(message)
  )
    return mailFault("refused", "mailTls");
  if (/ECONNREFUSED/.test(`${code} ${message}`)) return mailFault("unreachable", "mailRefused");
  if (code === "ETIMEDOUT" || /timed? ?out|timeout/i.test(message))
    return mailFault("unreachable", "mailTimeout");
  if (responseCode >= 500) return mailFault("refused", "mailBlocked");
  return responseCode >= 400 ? mailFault("unreachable", "mailBusy") : faulty("unreachable");
}
