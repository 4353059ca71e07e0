import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SignJWT } from "jose";

type Written = { name: string; value: string };
let jar: Map<string, string>;
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => ({ name, value: jar.get(name) }),
    getAll: (): Written[] => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => void (value ? jar.set(name, value) : jar.delete(name)),
    delete: (name: string) => void jar.delete(name),
  }),
}));
// What the first page needs is read at a sign-in, and is not the subject here.
vi.mock("@/lib/appearance/service", () => ({
  carryAccount: async () => undefined,
  leaveAccount: async () => undefined,
}));

const { signIn } = await import("./service");

/** Auth answers a sign-in with a token that carries `metadata`, as GoTrue's do. */
async function authAnswers(metadata: string) {
  const access_token = await new SignJWT({ role: "authenticated", user_metadata: { note: metadata } })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode("a-secret-of-at-least-32-characters!!"));
  const user = { id: "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e", user_metadata: { note: metadata } };
  const session = { access_token, refresh_token: "r", expires_in: 3600, token_type: "bearer", user };
  vi.stubGlobal("fetch", async () => Response.json(session));
}

beforeEach(() => {
  jar = new Map([["ovenai-appearance", "theirs"]]);
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("COOKIE_NAMESPACE", "ovenai");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const credentials = { email: "dana@example.com", password: "long enough" };

it("an account whose token would fill every request is told so, and gets no session", async () => {
  await authAnswers("x".repeat(20_000));
  expect(await signIn(credentials)).toEqual({
    ok: false,
    error: { code: "forbidden", path: "email", message: "accountTooLarge" },
  });
  expect([...jar.keys()]).toEqual(["ovenai-appearance"]);
});

it("a session's cookies hold its tokens and nothing else of the account", async () => {
  await authAnswers("x".repeat(1_000));
  expect(await signIn(credentials)).toEqual({ ok: true, value: undefined });
  const stored = jar.get("ovenai-auth") ?? "";
  const session: unknown = JSON.parse(Buffer.from(stored.replace("base64-", ""), "base64url").toString());
  expect(Object.keys(Object(session)).sort()).toEqual([
    "access_token",
    "expires_at",
    "expires_in",
    "refresh_token",
    "token_type",
  ]);
});
