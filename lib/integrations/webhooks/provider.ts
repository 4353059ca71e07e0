import { answered, faulty, type Answer, type Provider } from "@/lib/integrations/contract/duties";
import { posting, reachOfUrl, type Post, type Posted } from "@/lib/outbound/post";
import { retryAfterSeconds } from "@/lib/retry-after";
import { eventOf } from "./event";
import { changedSecret, firstSecret, shownSecret, signedHeaders } from "./secrets";

type Parts = Readonly<{ post: Post; now(): number }>;

/** A system of the person's own, which is told by signed webhooks (standardwebhooks.com). */
export function createProvider({ post, now }: Parts = { post: posting(), now: Date.now }): Provider {
  return {
    oauth: null,
    readPersonal: (text) =>
      URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && text.length <= 2_000
        ? {
            accessToken: new URL(text).href,
            refreshToken: null,
            expiresAt: null,
            scopes: null,
            webhookKey: firstSecret(),
          }
        : null,
    async account({ token }) {
      const address = await token();
      if (!address.ok) return address;
      const reach = await reachOfUrl(address.value);
      if (!reach.ok) return faulty(reach.why === "unknown" ? "gone" : "refused");
      const { host } = new URL(address.value);
      return answered({ id: host, name: host.slice(0, 200), email: "", url: null });
    },
    needed: [],
    async notify({ access, webhookKey }, message, signal) {
      const address = await access.token();
      if (!address.ok || webhookKey === null) return address.ok ? faulty("credentials") : address;
      const body = eventOf(message);
      const headers = {
        "content-type": "application/json",
        "user-agent": "OvenAI-Webhooks/1",
        ...signedHeaders(webhookKey, { id: message.id, body, now: now() }),
      };
      return judged(await post(address.value, { headers, body }, signal), now());
    },
    secret: { shown: shownSecret, changed: changedSecret },
    /** Nothing was given over there. */
    revoke: async () => undefined,
  };
}

/** Everything but 2xx is no (standardwebhooks.com); 410 says that nothing is taken ever again. */
function judged(posted: Posted, now: number): Answer<null> {
  if (!posted.answered) return faulty(posted.fault === "barred" ? "refused" : "unreachable");
  const { status, retryAfter } = posted;
  if (status >= 200 && status < 300) return answered(null);
  if (status === 410) return faulty("credentials");
  const wait = retryAfterSeconds(retryAfter, now);
  return wait === null ? faulty("unreachable") : faulty("limit", wait);
}
