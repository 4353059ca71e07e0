import { answered, faulty, type Answer, type Provider } from "@/lib/integrations/contract/duties";
import { asking, type Ask, type Asked } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import { slackMessage } from "./message";

type Parts = Readonly<{ env: Readonly<Record<string, string | undefined>>; ask: Ask; now(): number }>;

/** An address of Slack's: its letters open a channel, and nothing but a message can be sent there. */
const path = /^\/services\/([TE]\w{5,20})\/(B\w{5,20})\/\w{10,64}$/;

/** Slack, by an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). */
export function createProvider(
  { env, ask, now }: Parts = { env: process.env, ask: asking(), now: Date.now },
): Provider {
  const origin = new URL(env.SLACK_HOOKS_URL || "https://hooks.slack.com").origin;
  const placeOf = (text: string) =>
    URL.canParse(text) && new URL(text).origin === origin ? path.exec(new URL(text).pathname) : null;
  const post = (url: string, message: unknown, signal: AbortSignal) =>
    ask(
      url,
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(message) },
      signal,
    );
  return {
    oauth: null,
    readPersonal: (text) =>
      placeOf(text)
        ? { accessToken: text, refreshToken: null, expiresAt: null, scopes: null, webhookKey: null }
        : null,
    async account({ token }) {
      const url = await token();
      if (!url.ok) return url;
      // A message without a text: an address that is alive refuses it, and nobody is written to.
      const said = judged(await post(url.value, {}, new AbortController().signal), now());
      const [, team = "", hook = ""] = placeOf(url.value) ?? [];
      if (!said.ok && said.fault !== "refused") return said;
      return answered({ id: `${team}/${hook}`, name: `Slack ${team}`, email: "", url: null });
    },
    needed: [],
    async notify({ access }, message, signal) {
      const url = await access.token();
      return url.ok ? judged(await post(url.value, slackMessage(message), signal), now()) : url;
    },
    /** An incoming webhook can be taken back in Slack alone. */
    revoke: async () => undefined,
  };
}

/** What Slack's answer means. An archived channel and a removed app take nothing ever again. */
function judged(asked: Asked, now: number): Answer<null> {
  if (!asked.answered) return faulty("unreachable");
  const { status, headers } = asked;
  if (status === 200) return answered(null);
  if (status === 429) return faulty("limit", retryAfterSeconds(headers.get("retry-after"), now) ?? 30);
  if (status === 403 || status === 404 || status === 410) return faulty("credentials");
  return status === 400 || status === 413 ? faulty("refused") : faulty("unreachable");
}
