import "server-only";
import { serverEnv } from "@/lib/env";
import { translatorOf } from "@/lib/i18n/translator";
import { notifyApp } from "@/lib/integrations/notify";
import { platform } from "@/lib/integrations/service";
import { log } from "@/lib/log";
import type { Send } from "@/lib/notifications/channels/channel";
import { readEmailConfig, type EmailConfig } from "@/lib/notifications/channels/email/config";
import { emailSender } from "@/lib/notifications/channels/email/email";
import type { Sender } from "@/lib/notifications/channels/email/sender";
import { pushConfig } from "@/lib/notifications/channels/push/config";
import { pushSender } from "@/lib/notifications/channels/push/push";
import { smsConfig } from "@/lib/notifications/channels/sms/config";
import { smsSender } from "@/lib/notifications/channels/sms/sms";
import { whatsappConfig } from "@/lib/notifications/channels/whatsapp/config";
import { whatsappSender } from "@/lib/notifications/channels/whatsapp/whatsapp";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";

export type Senders = Partial<Readonly<Record<OutgoingChannel, Send>>>;

let made: Readonly<{ senders: Senders; mail: EmailConfig | null }> | undefined;

/** How this platform sends on each channel, by its environment; a channel that is not configured is missing. */
export const senders = (): Senders => (made ??= makeSenders()).senders;

/** Whom all mails come from; null where there is no e-mail. */
export const mailSender = (): Sender | null => mailConfig()?.from ?? null;

/** How this platform sends its own mails; null where it sends none. */
export const mailConfig = (): EmailConfig | null => (made ??= makeSenders()).mail;

function makeSenders() {
  const mail = emailConfig();
  const email = emailSender(mail, translatorOf);
  const push = pushSender(pushConfig(process.env));
  const sms = smsSender(smsConfig(process.env));
  const whatsapp = whatsappSender(whatsappConfig(process.env));
  const apps = appSender();
  return {
    mail,
    senders: {
      ...(email && { email }),
      ...(push && { push }),
      ...(sms && { sms }),
      ...(whatsapp && { whatsapp }),
      ...(apps && { apps }),
    },
  };
}

function emailConfig() {
  const read = readEmailConfig(process.env, serverEnv().siteUrl ?? "");
  if (read.ok) return read.config;
  log.error("a channel is configured wrongly", { channel: "email", variables: read.wrong });
  return null;
}

/** What people have connected. Null where nothing can be connected. */
function appSender(): Send | null {
  const parts = platform();
  return (
    parts &&
    (({ id, destination, message }, signal) =>
      notifyApp(parts, destination.address, { id, ...message }, signal))
  );
}
