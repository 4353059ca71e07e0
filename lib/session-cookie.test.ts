import { beforeEach, expect, it, vi } from "vitest";
import { readStoredSession } from "./session-cookie";

const session = { access_token: "a".repeat(40), refresh_token: "r" };
const encoded = (value: unknown) => `base64-${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
const read = (jar: Record<string, string>) => readStoredSession((name) => jar[name]);

beforeEach(() => {
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("COOKIE_NAMESPACE", "ovenai-3000");
  return () => vi.unstubAllEnvs();
});

it("a session is read from one cookie, and from the several cookies of a long session", async () => {
  const text = encoded(session);
  expect(await read({ "ovenai-3000-auth": text })).toEqual(session);
  const parts = { "ovenai-3000-auth.0": text.slice(0, 30), "ovenai-3000-auth.1": text.slice(30) };
  expect(await read(parts)).toEqual(session);
});

it("another copy of the app on this host has its own session", async () => {
  expect(await read({ "ovenai-3001-auth": encoded(session) })).toBeNull();
});

it.each(["", "null", "base64-", "base64-%%%", JSON.stringify(session), encoded({ access_token: "a" })])(
  "a damaged cookie is no session: %j",
  async (text) => expect(await read({ "ovenai-3000-auth": text })).toBeNull(),
);
