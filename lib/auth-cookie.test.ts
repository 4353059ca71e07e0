import { beforeEach, expect, it, vi } from "vitest";
import { readTokens } from "./auth-cookie";

const tokens = { access_token: "a".repeat(40), refresh_token: "r" };
const encoded = (value: unknown) => `base64-${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
const read = (jar: Record<string, string>) => readTokens((name) => jar[name]);

beforeEach(() => {
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("COOKIE_NAMESPACE", "ovenai-3000");
  return () => vi.unstubAllEnvs();
});

it("the tokens of a sign-in are read from one cookie, and from the several cookies of long ones", async () => {
  const text = encoded(tokens);
  expect(await read({ "ovenai-3000-auth": text })).toEqual(tokens);
  const parts = { "ovenai-3000-auth.0": text.slice(0, 30), "ovenai-3000-auth.1": text.slice(30) };
  expect(await read(parts)).toEqual(tokens);
});

it("another copy of the app on this host has a sign-in of its own", async () => {
  expect(await read({ "ovenai-3001-auth": encoded(tokens) })).toBeNull();
});

it.each(["", "null", "base64-", "base64-%%%", JSON.stringify(tokens), encoded({ access_token: "a" })])(
  "a damaged cookie is no sign-in: %j",
  async (text) => expect(await read({ "ovenai-3000-auth": text })).toBeNull(),
);
