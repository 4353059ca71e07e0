import { join } from "node:path";
import { HOST, type Ports } from "../ports";
import { keepSecrets, type Secrets } from "../secrets";
import { NOTIFICATION_SECRET } from "../supabase/keys";
import { createUndo } from "../undo";
import { startCalendly } from "./calendly/calendly";
import { graphApp } from "./graph/app";
import { startGraph } from "./graph/graph";
import type { Outbox } from "./outbox";
import type { Resending } from "./resending";
import { startResend } from "./resend/resend";
import { startSlack } from "./slack/slack";
import { twilioAccount } from "./twilio/account";
import { startTwilio } from "./twilio/twilio";
import { startWebhookReceiver } from "./webhook-receiver/receiver";

type ProvidersOptions = Readonly<{ ports: Ports; dataDir: string; siteUrl: string; outbox: Outbox }>;

/** What delivers notifications on this machine, and `env`, by which the app uses it. */
export type Providers = Readonly<{ env: Record<string, string>; cronSecret: string; stop(): Promise<void> }>;

/** How often Calendly and Meta look for messages whose next attempt is due. */
const retryMs = 15_000;

const calendlyOptions = (ports: Ports, siteUrl: string, dataDir: string) => ({
  port: ports.calendly,
  redirectUri: `${siteUrl}/api/integrations/calendly/callback`,
  file: join(dataDir, "calendly.json"),
});

/**
 * Starts what stands in for Twilio, for Meta's Graph, for Calendly, for Slack, for Resend and for a system that takes
 * webhooks; mail goes to the mailbox, and push to the browsers' own services, because no other can wake a browser.
 */
export async function startProviders({
  ports,
  dataDir,
  siteUrl,
  outbox,
}: ProvidersOptions): Promise<Providers> {
  const secrets = keepSecrets(dataDir);
  const hooks = `${siteUrl}/api/webhooks`;
  const undo = createUndo();
  const twilio = await startTwilio({
    port: ports.twilio,
    inboundUrl: `${hooks}/twilio/inbound`,
    reports: true,
    outbox,
  });
  undo.add(twilio.stop);
  const webhookUrl = `${hooks}/whatsapp`;
  const file = join(dataDir, "graph.json");
  const graph = await startGraph({ port: ports.graph, webhookUrl, reports: true, outbox, file });
  undo.add(graph.stop);
  const calendly = await startCalendly(calendlyOptions(ports, siteUrl, dataDir));
  undo.add(calendly.stop);
  undo.add(retrying(calendly.retries, graph.resending));
  const slack = await startSlack({ port: ports.slack, outbox });
  undo.add(slack.stop);
  const receiver = await startWebhookReceiver({ port: ports.receiver, outbox });
  undo.add(receiver.stop);
  // Nobody but the app asks it: any free port will do.
  const resend = await startResend({ port: 0, outbox });
  undo.add(resend.stop);
  const env = {
    ...calendly.env,
    SLACK_HOOKS_URL: slack.url,
    // A person's own mail server may be the one of this machine, too.
    OUTBOUND_ALLOWED_HOSTS: `${new URL(receiver.url).host},${HOST}:${ports.smtp}`,
    CRON_SECRET: secrets.cronSecret,
    NOTIFICATION_SECRET,
    EMAIL_FROM: "OvenAI <notifications@ovenai.example>",
    // People's own accounts there; the platform's mails go to the mailbox.
    RESEND_API_URL: resend.url,
    SMTP_URL: `smtp://${HOST}:${ports.smtp}`,
    ...pushEnv(secrets),
    TWILIO_ACCOUNT_SID: twilioAccount.accountSid,
    TWILIO_AUTH_TOKEN: twilioAccount.authToken,
    TWILIO_FROM: twilioAccount.from,
    TWILIO_API_URL: twilio.url,
    ...whatsappEnv(graph.url),
    INTEGRATION_KEYS: secrets.integrationKeys,
  };
  return { env, cronSecret: secrets.cronSecret, stop: undo.all };
}

/** Sends again what was not taken, when its time has come; the answer ends that. */
function retrying(...all: readonly Resending[]): () => Promise<void> {
  const timer = setInterval(() => {
    for (const { retryDue } of all) void retryDue();
  }, retryMs);
  return async () => clearInterval(timer);
}

const whatsappEnv = (url: string) => ({
  WHATSAPP_PHONE_NUMBER_ID: graphApp.phoneNumberId,
  WHATSAPP_TOKEN: graphApp.token,
  WHATSAPP_APP_ID: graphApp.appId,
  WHATSAPP_APP_SECRET: graphApp.appSecret,
  WHATSAPP_SIGNUP_ID: graphApp.signupId,
  WHATSAPP_DIALOG_URL: url,
  WHATSAPP_VERIFY_TOKEN: graphApp.verifyToken,
  WHATSAPP_API_URL: url,
  WHATSAPP_TEMPLATE_EN: "ovenai_news/en_US",
  WHATSAPP_TEMPLATE_HE: "ovenai_news/he",
  WHATSAPP_TEMPLATE_AR: "ovenai_news/ar",
});

const pushEnv = ({ vapidPublicKey, vapidPrivateKey }: Secrets) => ({
  VAPID_PUBLIC_KEY: vapidPublicKey,
  VAPID_PRIVATE_KEY: vapidPrivateKey,
  VAPID_SUBJECT: "mailto:notifications@ovenai.example",
});
