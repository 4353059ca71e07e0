import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stringToBase64URL } from "@supabase/ssr";
import { SignJWT } from "jose";
import { refreshTokens } from "./auth-refresh";

const now = Date.parse("2026-03-01T12:00:00Z");
const secret = "a-secret-of-at-least-32-characters!!";
const nobody = { address: null, device: "" };

const token = (over: { signedWith?: string; secondsLeft?: number; metadata?: string } = {}) =>
  new SignJWT({ role: "authenticated", user_metadata: { note: over.metadata } })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(now / 1000 + (over.secondsLeft ?? -1))
    .sign(new TextEncoder().encode(over.signedWith ?? secret));

const cookiesOf = (access_token: string) => {
  const session = { access_token, refresh_token: "once", expires_at: now / 1000 - 1, token_type: "bearer" };
  return [
    { name: "ovenai-appearance", value: "theirs" },
    { name: "ovenai-auth", value: `base64-${stringToBase64URL(JSON.stringify(session))}` },
  ];
};

/** The platform: it answers each request with `status` and `body`. */
let asked: string[];
function platformAnswers(status: number, body: unknown = { code: "refused", message: "No." }) {
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return Response.json(body, { status });
  });
}

let logged: string[];
beforeEach(() => {
  asked = [];
  logged = [];
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_JWT_SECRET", secret);
  vi.stubEnv("SUPABASE_SECRET_KEY", "sb_secret_of-the-test");
  vi.stubEnv("COOKIE_NAMESPACE", "ovenai");
  vi.useFakeTimers({ now });
  vi.spyOn(process.stderr, "write").mockImplementation((line) => logged.push(String(line)) > 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What is written to the browser, however long its page waits for that. */
async function written(accessToken: string) {
  let over = false;
  const answer = refreshTokens(cookiesOf(accessToken), now, nobody).finally(() => (over = true));
  while (!over) await vi.advanceTimersByTimeAsync(50);
  return answer;
}

const deleted = {
  cookies: [{ name: "ovenai-auth", value: "", options: { path: "/", maxAge: 0 } }],
  headers: {},
};

describe("a refresh that the platform refuses", () => {
  it.each([408, 409, 425, 429, 500, 502, 503])(
    "signs nobody out with %d, which is no answer",
    async (status) => {
      platformAnswers(status);
      expect(await written(await token())).toBeNull();
      expect(asked.length).toBeGreaterThan(0);
    },
  );

  it("ends a session that the platform does not know, and is one line of the log", async () => {
    platformAnswers(400, { error_code: "refresh_token_not_found", message: "Invalid Refresh Token" });
    const answer = await written(await token());
    expect(answer?.cookies).toEqual([expect.objectContaining({ name: "ovenai-auth", value: "" })]);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? "")).toMatchObject({
      level: "warn",
      event: "a refresh was refused",
      status: 400,
      code: "refresh_token_not_found",
    });
  });

  it("delays a page no longer than a silent platform does", async () => {
    platformAnswers(502);
    let answer: unknown = "waiting";
    void refreshTokens(cookiesOf(await token()), now, nobody).then((refreshed) => (answer = refreshed));
    // The signature is checked meanwhile, in real time.
    while (asked.length === 0) await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(answer).toBeNull();
  });
});

describe("a session cookie that is not the platform's", () => {
  it("costs the platform no refresh, and is deleted", async () => {
    platformAnswers(200);
    expect(await written(await token({ signedWith: "another-secret-of-32-characters!!" }))).toEqual(deleted);
    expect(asked).toEqual([]);
  });

  it.each(["", "a", "a.b", "a.b.c", "e30.e30.", "%E0%A4%A", "{}", "\ud83d", "null", ".".repeat(50)])(
    "is deleted if its token cannot be read: %j",
    async (damaged) => {
      platformAnswers(200);
      expect(await written(damaged)).toEqual(deleted);
      expect(asked).toEqual([]);
    },
  );

  it("is deleted if it holds no session at all", async () => {
    const damaged = [{ name: "ovenai-auth.0", value: "base64-%%%" }];
    const answer = await refreshTokens(damaged, now, nobody);
    expect(answer?.cookies).toEqual([
      { name: "ovenai-auth.0", value: "", options: { path: "/", maxAge: 0 } },
    ]);
    expect(await refreshTokens([{ name: "ovenai-appearance", value: "theirs" }], now, nobody)).toBeNull();
  });
});

it("a session whose new token leaves no room for other headers ends", async () => {
  const access_token = await token({ metadata: "x".repeat(6_000), secondsLeft: 3600 });
  const user = { id: "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e" };
  platformAnswers(200, { access_token, refresh_token: "next", expires_in: 3600, token_type: "bearer", user });
  expect(await written(await token())).toEqual(deleted);
});

it("a token with time left is not refreshed", async () => {
  platformAnswers(200);
  expect(await written(await token({ secondsLeft: 120 }))).toBeNull();
  expect(asked).toEqual([]);
});

it("a refresh is one request of the platform, also when it is refused", async () => {
  const access_token = await token({ secondsLeft: 3600 });
  const user = { id: "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e" };
  platformAnswers(200, { access_token, refresh_token: "next", expires_in: 3600, token_type: "bearer", user });
  expect((await written(await token()))?.cookies).toHaveLength(1);
  expect(asked).toHaveLength(1);
  platformAnswers(429);
  await written(await token());
  expect(asked).toHaveLength(2);
});

it("a session in fewer pieces than before leaves none of the old ones", async () => {
  const access_token = await token({ secondsLeft: 3600 });
  const user = { id: "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e" };
  platformAnswers(200, { access_token, refresh_token: "next", expires_in: 3600, token_type: "bearer", user });
  const whole = cookiesOf(await token()).at(-1)?.value ?? "";
  const pieces = [whole.slice(0, 100), whole.slice(100)].map((value, index) => ({
    name: `ovenai-auth.${index}`,
    value,
  }));
  const answer = await refreshTokens(pieces, now, nobody);
  expect(answer?.cookies.map(({ name, value }) => [name, value === ""])).toEqual([
    ["ovenai-auth.0", true],
    ["ovenai-auth.1", true],
    ["ovenai-auth", false],
  ]);
});

it("a platform that believes this server is told the browser's address, and what it says of itself", async () => {
  const told: (string | null)[] = [];
  vi.stubGlobal("fetch", async (_input: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    told.push(headers.get("apikey"), headers.get("sb-forwarded-for"), headers.get("user-agent"));
    return Response.json({}, { status: 400 });
  });
  await refreshTokens(cookiesOf(await token()), now, {
    address: "198.51.100.7",
    device: "Chrome on Windows",
  });
  expect(told).toEqual(["sb_secret_of-the-test", "198.51.100.7", "Chrome on Windows"]);
});
