import { z } from "zod";
import type { Ask } from "@/lib/provider-request";
import {
  answered,
  faulty,
  type Answer,
  type Authorization,
  type Exchange,
  type Tokens,
} from "@/lib/integrations/contract/duties";
import type { CalendlyApp } from "./config";

export type OauthParts = Readonly<{ authUrl: string; app: CalendlyApp; ask: Ask; now(): number }>;

/**
 * All that a pair of tokens needs. The rest is read leniently: once the host has answered, the old refresh token is used
 * up, and an answer that is refused for the lack of a field would lose the new one.
 */
const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish().catch(null),
  expires_in: z.number().positive().catch(7_200),
  scope: z.string().nullish().catch(null),
});
const refusal = z.object({ error: z.string() });

/** Calendly's OAuth host (developer.calendly.com, "OAuth"): Basic for the app, forms for the rest, PKCE always. */
export function calendlyOauth({ authUrl, app, ask, now }: OauthParts, scopes: readonly string[]) {
  async function tokens(form: Record<string, string>): Promise<Answer<Tokens>> {
    const answer = await post("token", form);
    if (!answer.answered) return faulty("unreachable");
    const read = pair.safeParse(answer.body);
    // The body first: what is a pair of tokens is one under whatever status.
    if (read.success) return answered(tokensOf(read.data, now()));
    if (answer.status === 429) return faulty("limit", 60);
    const { error } = refusal.safeParse(answer.body).data ?? {};
    if (error === "invalid_grant") return faulty("credentials");
    return answer.status >= 500 || error === undefined ? faulty("unreachable") : faulty("refused");
  }

  const post = (path: string, form: Record<string, string>) =>
    ask(
      `${authUrl}/oauth/${path}`,
      {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
          accept: "application/json",
        },
        body: new URLSearchParams(form).toString(),
      },
      AbortSignal.timeout(10_000),
    );

  return {
    authorizeUrl({ state, challenge, redirectUri }: Authorization): string {
      const asked = new URLSearchParams({
        client_id: app.clientId,
        response_type: "code",
        redirect_uri: redirectUri,
        scope: scopes.join(" "),
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
      });
      return `${authUrl}/oauth/authorize?${asked}`;
    },
    exchange: ({ code, verifier, redirectUri }: Exchange) =>
      tokens({ grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier }),
    refresh: (refreshToken: string) => tokens({ grant_type: "refresh_token", refresh_token: refreshToken }),
    /** Its answer says nothing that would help: whoever disconnects is disconnected. */
    async revoke(token: string): Promise<void> {
      await post("revoke", { client_id: app.clientId, client_secret: app.clientSecret, token });
    },
  };
}

const tokensOf = (
  { access_token, refresh_token, expires_in, scope }: z.infer<typeof pair>,
  now: number,
): Tokens => ({
  accessToken: access_token,
  refreshToken: refresh_token ?? null,
  expiresAt: new Date(now + expires_in * 1_000).toISOString(),
  scopes: scope ? scope.split(/\s+/) : null,
  webhookKey: null,
});
