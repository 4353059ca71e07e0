import { SignJWT } from "jose";
import { beforeAll, describe, expect, it, vi } from "vitest";

const secret = "a-secret-of-at-least-32-characters!!";
const now = Date.parse("2026-03-01T12:00:00Z");
const hour = 3600;

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

type Over = { role?: string; sub?: string; endsIn?: number; secret?: string; amr?: unknown };

const token = (over: Over = {}) =>
  new SignJWT({ role: over.role ?? "authenticated", email: "dana@example.com", amr: over.amr })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(over.sub ?? "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e")
    .setExpirationTime(Math.floor(now / 1000) + (over.endsIn ?? hour))
    .sign(new TextEncoder().encode(over.secret ?? secret));

describe("identityOf", () => {
  beforeAll(() => {
    vi.useFakeTimers({ now, toFake: ["Date"] });
    vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:1");
    vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
    vi.stubEnv("SUPABASE_JWT_SECRET", secret);
    return () => {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    };
  });

  const identify = async (over?: Parameters<typeof token>[0]) => {
    const { identityOf } = await import("./auth");
    return identityOf(await token(over), now);
  };

  it("names the person of a genuine token, without asking the platform", async () => {
    expect(await identify()).toMatchObject({
      userId: "7f1f6a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e",
      email: "dana@example.com",
      expired: false,
      openedByMailAt: null,
    });
  });

  it.each([
    [[{ method: "otp", timestamp: now / 1000 - 60 }], now - 60_000],
    [[{ method: "recovery", timestamp: now / 1000 }], now],
    [[{ method: "password", timestamp: now / 1000 }], null],
    ["nonsense", null],
    [undefined, null],
  ])("knows from %j that a session was opened by a mail at %s", async (amr, openedByMailAt) => {
    expect(await identify({ amr })).toMatchObject({ openedByMailAt });
  });

  it("refuses a token with another signature, also an expired one", async () => {
    expect(await identify({ secret: "another-secret-of-32-characters!!" })).toBeNull();
    expect(await identify({ secret: "another-secret-of-32-characters!!", endsIn: -hour })).toBeNull();
  });

  it("refuses roles other than `authenticated`, and a subject that is no id", async () => {
    expect(await identify({ role: "service_role" })).toBeNull();
    expect(await identify({ role: "anon" })).toBeNull();
    expect(await identify({ sub: "admin" })).toBeNull();
  });

  it("accepts a just expired token as `expired`, and refuses it after a day", async () => {
    expect(await identify({ endsIn: -hour })).toMatchObject({ expired: true });
    expect(await identify({ endsIn: -25 * hour })).toBeNull();
  });

  it("checks the signature of a token once, and its end every time", async () => {
    const { identityOf } = await import("./auth");
    const checked = vi.spyOn(crypto.subtle, "verify");
    const same = await token({ sub: "0b0e3a52-7c0e-4d6e-9b0b-1f2a3b4c5d6e" });
    expect(await identityOf(same, now)).toMatchObject({ expired: false });
    expect(await identityOf(same, now + hour * 1000)).toMatchObject({ expired: true });
    expect(await identityOf(same, now + 26 * hour * 1000)).toBeNull();
    expect(checked).toHaveBeenCalledTimes(1);
    checked.mockRestore();
  });
});
