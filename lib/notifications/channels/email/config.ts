import { z } from "zod";
import { readAddress } from "./address";
import { readSender, type Sender } from "./sender";

/** Where mails are handed over. `secure`: TLS from the first byte. `open`: never TLS, for a server on this machine. */
export type SmtpServer = Readonly<{
  host: string;
  /** Of the host, where it is resolved already: the connection goes there, and TLS is asked for `servername`. */
  address?: string;
  servername?: string | null;
  port: number;
  security: "secure" | "starttls" | "open";
  login: Readonly<{ user: string; password: string }> | null;
  /** Signs mails where the server does not; `privateKey`: PEM. */
  dkim: Readonly<{ domain: string; selector: string; privateKey: string }> | null;
}>;

export type ResendAccount = Readonly<{ apiUrl: string; apiKey: string }>;

export type EmailConfig = Readonly<{
  from: Sender;
  /** Where all notifications are, absolute. */
  inboxUrl: string;
  /** A mailbox that somebody reads for people who unsubscribe by mail; null: https alone. */
  unsubscribeMailbox: string | null;
  provider:
    Readonly<{ name: "smtp"; server: SmtpServer }> | Readonly<{ name: "resend"; account: ResendAccount }>;
}>;

/** What is wrong, by the names of the variables; nothing is wrong with an environment that says nothing of mail. */
export type EmailConfigRead =
  Readonly<{ ok: true; config: EmailConfig | null }> | Readonly<{ ok: false; wrong: readonly string[] }>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of .env.example under "E-mail". `config` is null where neither SMTP_URL nor RESEND_API_KEY is
 * set: there is no e-mail then.
 */
export function readEmailConfig(given: Environment, siteUrl: string): EmailConfigRead {
  if (!given.SMTP_URL && !given.RESEND_API_KEY) return { ok: true, config: null };
  const from = readSender(given.EMAIL_FROM ?? "");
  const mailbox = given.EMAIL_UNSUBSCRIBE_MAILBOX;
  const unsubscribeMailbox = mailbox ? readAddress(mailbox) : null;
  const dkim = readDkim(given);
  const server = given.SMTP_URL ? readSmtpUrl(given.SMTP_URL, dkim === "wrong" ? null : dkim) : null;
  const account = server === null ? readResend(given) : null;
  const wrong = [
    from === null && "EMAIL_FROM",
    mailbox && unsubscribeMailbox === null && "EMAIL_UNSUBSCRIBE_MAILBOX",
    given.SMTP_URL && server === null && "SMTP_URL",
    !given.SMTP_URL && account === null && "RESEND_API_URL",
    dkim === "wrong" && "DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY",
  ].filter((name) => typeof name === "string" && name !== "");
  if (wrong.length > 0 || from === null) return { ok: false, wrong: wrong.map(String) };
  const inboxUrl = new URL("/notifications", siteUrl).href;
  if (server)
    return { ok: true, config: { from, inboxUrl, unsubscribeMailbox, provider: { name: "smtp", server } } };
  if (!account) return { ok: false, wrong: ["RESEND_API_URL"] };
  return { ok: true, config: { from, inboxUrl, unsubscribeMailbox, provider: { name: "resend", account } } };
}

const smtpUrl = z.url({ protocol: /^smtps?$/ });

/** `smtps://` is TLS from the start, as is port 465; `smtp://` must become TLS, but to a server on this machine. */
function readSmtpUrl(text: string, dkim: SmtpServer["dkim"]): SmtpServer | null {
  if (!smtpUrl.safeParse(text).success) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (hostname === "") return null;
  const isSecure = protocol === "smtps:" || port === "465";
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (isSecure ? 465 : 587) : Number(port),
    security: isSecure ? "secure" : isHere ? "open" : "starttls",
    login:
      username === "" ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    dkim,
  };
}

/** All three or none. A key in an environment variable has `\n` for its line breaks. */
function readDkim(given: Environment): SmtpServer["dkim"] | "wrong" {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: key } = given;
  if (!domain && !selector && !key) return null;
  if (!domain || !selector || !key?.includes("PRIVATE KEY")) return "wrong";
  return { domain, selector, privateKey: key.replaceAll("\\n", "\n") };
}

const resendUrl = z.url({ protocol: /^https?$/ });

function readResend({ RESEND_API_KEY: apiKey, RESEND_API_URL: given }: Environment): ResendAccount | null {
  const apiUrl = given || "https://api.resend.com";
  if (!apiKey || !resendUrl.safeParse(apiUrl).success) return null;
  return { apiKey, apiUrl: apiUrl.replace(/\/+$/, "") };
}
