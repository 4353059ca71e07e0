import { z } from "zod";
import type { Ask } from "@/lib/provider-request";
import {
  answered,
  faulty,
  type Authorization,
  type Exchange,
  type Provider,
} from "@/lib/integrations/contract/duties";
import type { WhatsappApp } from "./config";

const exchanged = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().nullish() });
const refusal = z.object({ error: z.object({ code: z.number() }) });

/**
 * Embedded Signup: Meta's own pages, where a business makes or chooses an account and a number. People are led there and
 * back, as to any provider, instead of Meta's script in our page: it would see everything on it. Which account was given
 * is asked of the token afterwards. Null where the platform has no signup.
 */
export function embeddedSignup(
  app: WhatsappApp,
  { ask, now }: Readonly<{ ask: Ask; now(): number }>,
): Provider["oauth"] {
  const { signupId } = app;
  if (signupId === null) return null;
  return {
    authorizeUrl: ({ state, redirectUri }: Authorization) =>
      `${app.dialogUrl}/${app.version}/dialog/oauth?${new URLSearchParams({
        client_id: app.appId,
        config_id: signupId,
        redirect_uri: redirectUri,
        response_type: "code",
        override_default_response_type: "true",
        state,
        extras: JSON.stringify({ setup: {}, version: "v4" }),
      })}`,
    async exchange({ code, redirectUri }: Exchange) {
      const query = new URLSearchParams({
        client_id: app.appId,
        client_secret: app.appSecret,
        redirect_uri: redirectUri,
        code,
      });
      const url = `${app.apiUrl}/${app.version}/oauth/access_token?${query}`;
      const asked = await ask(url, { method: "GET" }, AbortSignal.timeout(15_000));
      if (!asked.answered) return faulty("unreachable");
      const read = exchanged.safeParse(asked.body);
      // A code is good for half a minute, and once.
      if (!read.success) return faulty(refusal.safeParse(asked.body).success ? "credentials" : "unreachable");
      const { access_token: accessToken, expires_in: seconds } = read.data;
      const expiresAt = seconds ? new Date(now() + seconds * 1_000).toISOString() : null;
      return answered({ accessToken, refreshToken: null, expiresAt, scopes: null, webhookKey: null });
    },
    refresh: async () => faulty("credentials"),
  };
}
