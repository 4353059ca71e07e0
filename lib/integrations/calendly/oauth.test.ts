import { expect, it } from "vitest";
import { answered, faulty } from "@/lib/integrations/contract/duties";
import type { Asked } from "@/lib/provider-request";
import { calendlyOauth } from "./oauth";

const authUrl = "https://auth.calendly.test";
const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Asked => ({
  answered: true,
  status,
  headers: new Headers(headers),
  body,
});
const challenge = { "www-authenticate": 'Bearer realm="calendly", error="invalid_token"' };

function ground(answer: Asked) {
  const asked: { url: string; authorization: string | null; form: Record<string, string> }[] = [];
  const oauth = calendlyOauth(
    {
      authUrl,
      app: { clientId: "id", clientSecret: "s:cret", signingKeys: [] },
      async ask(url, { headers, body }) {
        const form = Object.fromEntries(new URLSearchParams(String(body)));
        asked.push({ url, authorization: new Headers(headers).get("authorization"), form });
        return answer;
      },
      now: () => Date.UTC(2026, 11, 1),
    },
    ["users:read", "webhooks:write"],
  );
  return { oauth, asked };
}
const refreshed = (answer: Asked) => ground(answer).oauth.refresh("r1");

it("a person is sent there with what we ask for, the state, and a challenge that only we can answer", () => {
  const redirectUri = "https://app.test/back";
  const url = new URL(ground(reply(200, {})).oauth.authorizeUrl({ state: "s", challenge: "c", redirectUri }));
  expect(url.origin + url.pathname).toBe(`${authUrl}/oauth/authorize`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: "id",
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "users:read webhooks:write",
    state: "s",
    code_challenge: "c",
    code_challenge_method: "S256",
  });
});

it("tokens are asked for by a form, and the app says who it is in the header alone", async () => {
  const { oauth, asked } = ground(
    reply(200, { access_token: "a", refresh_token: "r", expires_in: 60, scope: "x y" }),
  );
  const tokens = await oauth.exchange({ code: "k", verifier: "v", redirectUri: "https://app.test/back" });
  expect(tokens).toEqual(
    answered({
      accessToken: "a",
      refreshToken: "r",
      expiresAt: "2026-12-01T00:01:00.000Z",
      scopes: ["x", "y"],
      webhookKey: null,
    }),
  );
  expect(asked).toEqual([
    {
      url: `${authUrl}/oauth/token`,
      authorization: `Basic ${Buffer.from("id:s:cret").toString("base64")}`,
      form: {
        grant_type: "authorization_code",
        code: "k",
        redirect_uri: "https://app.test/back",
        code_verifier: "v",
      },
    },
  ]);
});

it("an answer with an access token is one under whatever status, and what it does not say takes no new token from us", async () => {
  const sparse = { access_token: "a2", refresh_token: "r2", expires_in: "soon", scope: null };
  for (const status of [200, 201, 500])
    expect(await refreshed(reply(status, sparse))).toMatchObject({
      ok: true,
      value: { accessToken: "a2", refreshToken: "r2", scopes: null, expiresAt: "2026-12-01T02:00:00.000Z" },
    });
});

it.each([
  [reply(400, { error: "invalid_grant" }), faulty("credentials")],
  [reply(401, { error: "invalid_grant" }), faulty("credentials")],
  [reply(401, { error: "invalid_grant" }, challenge), faulty("credentials")],
  [reply(400, { error: "invalid_grant" }, challenge), faulty("credentials")],
  [reply(401, { error: "invalid_client" }), faulty("refused")],
  [reply(429, { error: "rate" }), faulty("limit", 60)],
  [reply(503, { error: "unavailable" }), faulty("unreachable")],
  [reply(200, null), faulty("unreachable")],
  [{ answered: false, fault: "timeout" } as const, faulty("unreachable")],
])("a token that is not renewed says why: %j", async (answer, fault) => {
  expect(await refreshed(answer)).toEqual(fault);
});

it("taking a token back asks the host that gave it, whatever it says", async () => {
  const { oauth, asked } = ground({ answered: false, fault: "network" });
  await oauth.revoke("r1");
  expect(asked).toMatchObject([{ url: `${authUrl}/oauth/revoke`, form: { token: "r1" } }]);
});
