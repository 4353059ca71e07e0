import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stringToBase64URL } from "@supabase/ssr";
import { SignJWT } from "jose";
import { refreshTokens } from "./auth-refresh";

const now = Date.parse("2026-03-01T12:00:00Z");

async function expiredTokens() {
  const access_token = await new SignJWT({ role: "authenticated" })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(now / 1000 - 1)
    .sign(new TextEncoder().encode("a-secret-of-at-least-32-characters!!"));
  const tokens = { access_token, refresh_token: "once", expires_at: now / 1000 - 1, token_type: "bearer" };
  return [{ name: "ovenai-auth", value: `base64-${stringToBase64URL(JSON.stringify(tokens))}` }];
}

beforeEach(() => {
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("COOKIE_NAMESPACE", "ovenai");
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

it("a platform that keeps refusing delays a page no longer than a silent one", async () => {
  const fetch = vi.fn(async () => new Response("Internal Server Error", { status: 502 }));
  vi.stubGlobal("fetch", fetch);
  let answer: unknown = "waiting";
  void refreshTokens(await expiredTokens(), now).then((refreshed) => (answer = refreshed));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(fetch).toHaveBeenCalled();
  expect(answer).toBeNull();
});
