import type { SMTPTransportOptions } from "nodemailer";
import type { Outcome } from "../channel";
import type { SmtpServer } from "./config";
import type { Mail } from "./mail";
import { smtpOutcome } from "./smtp-outcome";

/** A server that is well answers in a second or two; a worker waits for no other. */
const patience = {
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 15_000,
  dnsTimeout: 5_000,
};

/**
 * Hands mails to a server by SMTP, one connection a mail. A connection that breaks after the content was sent leaves
 * open whether the mail was taken: it is sent again, under the same Message-ID.
 */
export function smtpSender(server: SmtpServer) {
  return async (mail: Mail, signal: AbortSignal): Promise<Outcome> => {
    try {
      // Read by who sends: nobody who waits for a page does.
      const { createTransport } = await import("nodemailer");
      const transport = createTransport(optionsOf(server));
      const { messageId } = await transport.sendMail({ ...smtpMail(mail), signal });
      return { outcome: "sent", providerId: messageId ?? mail.messageId };
    } catch (error) {
      return smtpOutcome(error);
    }
  };
}

function optionsOf(server: SmtpServer): SMTPTransportOptions {
  const { host, address, servername, port, security, login, dkim } = server;
  return {
    host: address ?? host,
    ...(servername && { tls: { servername } }),
    port,
    secure: security === "secure",
    requireTLS: security === "starttls",
    ignoreTLS: security === "open",
    // Without `forceAuth` a server that asks for no password would get the mail without one.
    ...(login && { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
    }),
    ...patience,
    // A mail is made of what we give, never of a file or an address that its content names.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * A mail as nodemailer takes it. Headers are prepared, that is written as they are: they are ASCII on one line, and a
 * folded List-Unsubscribe breaks the signatures of relays.
 */
export function smtpMail(mail: Mail) {
  const { from, to, replyTo, subject, html, text, messageId, references, headers, calendar } = mail;
  const prepared = Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } }));
  return {
    from,
    to: { name: "", address: to },
    // Among the headers nodemailer would leave it out, without a word.
    ...(replyTo && { replyTo: { name: "", address: replyTo } }),
    subject,
    text,
    html,
    messageId,
    ...(references && { references }),
    headers: prepared,
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.text, filename: "invite.ics" },
    }),
  };
}
