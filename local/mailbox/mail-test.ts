import { generateKeyPairSync } from "node:crypto";
import { translatorOf } from "@/lib/i18n/translator";
import type { OutgoingMessage, Outcome } from "@/lib/notifications/channels/channel";
import type { EmailConfig, SmtpServer } from "@/lib/notifications/channels/email/config";
import { emailSender } from "@/lib/notifications/channels/email/email";
import { freePort, HOST } from "../ports";
import { type Mailbox, startMailbox } from "./mailbox";
import type { Mail } from "./mails";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export const inboxUrl = "https://app.example.com/notifications";

type Sent = Partial<{ to: string; from: EmailConfig["from"]; id: string; server: Partial<SmtpServer> }>;

export type MailTest = Readonly<{
  mailbox: Mailbox;
  send(message: OutgoingMessage, sent?: Sent): Promise<Outcome>;
  /** Sends, and answers what arrived. */
  delivered(message: OutgoingMessage, sent?: Sent): Promise<Mail>;
}>;

/** The product's e-mail channel, with a signature of its own, and a mailbox that it sends to. */
export async function startMailTest(): Promise<MailTest> {
  const ports = { http: await freePort(), smtp: await freePort() };
  const mailbox = await startMailbox(ports);
  const dkim = { domain: "example.com", selector: "k1", privateKey };
  const known: SmtpServer = { host: HOST, port: ports.smtp, security: "open", login: null, dkim };

  async function send(message: OutgoingMessage, { to, from, id, server }: Sent = {}) {
    const channel = emailSender(
      {
        from: from ?? { name: "OvenAI", address: "news@example.com" },
        inboxUrl,
        unsubscribeMailbox: "stop@example.com",
        provider: { name: "smtp", server: { ...known, ...server } },
      },
      translatorOf,
    );
    if (!channel) throw new Error("the channel is configured");
    const destination = { id: "d", address: to ?? "dana@example.com", keys: null };
    return channel({ id: id ?? "dispatch-1", destination, message }, AbortSignal.timeout(30_000));
  }
  async function delivered(message: OutgoingMessage, sent?: Sent) {
    const outcome = await send(message, sent);
    const [mail] = mailbox.mails.list();
    if (outcome.outcome !== "sent" || !mail) throw new Error(`no mail arrived: ${JSON.stringify(outcome)}`);
    return mail;
  }
  return { mailbox, send, delivered };
}
