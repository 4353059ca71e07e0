import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import * as account from "@/app/actions/account";
import { PASSWORD, startAuth } from "@/local/supabase/auth/fixture";
import { hostedLimits } from "@/local/supabase/auth/limits";
import { carryHere, held, whatComesAfter } from "./browser-request";

vi.mock("next/headers", async () => (await import("./browser-request")).nextHeaders);
vi.mock("next/server", async () => (await import("./browser-request")).nextServer);

let auth: Awaited<ReturnType<typeof startAuth>>;
beforeAll(async () => {
  auth = await startAuth({
    migrations: true,
    authLimits: { ...hostedLimits, token_refresh: 100_000, sign_in_sign_ups: 100_000 },
  });
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", auth.supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", auth.supabase.keys.publishable);
  vi.stubEnv("SUPABASE_SECRET_KEY", auth.supabase.keys.secret);
  vi.stubEnv("SUPABASE_JWT_SECRET", auth.supabase.keys.jwtSecret);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await auth.stop();
});
beforeEach(() => carryHere(null, `203.0.113.${Math.ceil(Math.random() * 250)}`));

const newEmail = () => `${randomUUID()}@test.local`;

/** Somebody signed in here and on another device. */
async function somebody() {
  const email = newEmail();
  const { userId } = await auth.signedUp(email);
  const elsewhere = await auth.signedIn(email);
  const here = await auth.visitor().auth.signInWithPassword({ email, password: PASSWORD });
  carryHere(here.data.session);
  return { email, userId, elsewhere: elsewhere.client };
}
const isSignedIn = async (client: ReturnType<typeof auth.visitor>) =>
  (await client.auth.refreshSession()).error === null;

async function sessionHere(): Promise<unknown> {
  const written = await combineChunks("ovenai-auth", (name) => held(name));
  const { access_token } = JSON.parse(stringFromBase64URL(String(written).slice("base64-".length)));
  return decodeJwt(access_token).session_id;
}

describe("a new password", () => {
  it("takes the old one, signs out every other device, and this one goes on with a new session", async () => {
    const { email, elsewhere } = await somebody();
    const before = await sessionHere();
    const password = "another long password";
    expect(await account.setPassword({ password })).toMatchObject({
      ok: false,
      error: { code: "forbidden", path: "current", message: "currentNeeded" },
    });
    expect(await account.setPassword({ password, current: "not the old one" })).toMatchObject({
      ok: false,
      error: { code: "invalid", path: "current", message: "wrongCurrent" },
    });
    await auth.signedIn(email);
    expect(await account.setPassword({ password, current: PASSWORD })).toMatchObject({ ok: true });
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await sessionHere()).not.toBe(before);
    const { rows } = await auth.database.pool.query("select id from auth.sessions s where s.id = $1", [
      await sessionHere(),
    ]);
    expect(rows).toHaveLength(1);
    await auth.signedIn(email, password);
  });

  it("that Auth refuses leaves the old one, and no session behind", async () => {
    const { userId } = await somebody();
    const sessions = "select count(*)::integer as count from auth.sessions where user_id = $1";
    const before = await auth.database.pool.query(sessions, [userId]);
    expect(await account.setPassword({ password: PASSWORD, current: PASSWORD })).toMatchObject({
      ok: false,
      error: { path: "password", message: "passwordSame" },
    });
    expect((await auth.database.pool.query(sessions, [userId])).rows).toEqual(before.rows);
  });

  it("needs no old one after the link of a mail, for a quarter of an hour", async () => {
    const { email, elsewhere } = await somebody();
    await account.requestPasswordReset({ email });
    await whatComesAfter();
    await expect.poll(() => auth.linksTo(email)).toHaveLength(1);
    const [token_hash] = await auth.linksTo(email);
    await account.openMailLink({ token_hash, type: "recovery" });
    const late = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 15 * 60 * 1000);
    expect(await account.setPassword({ password: "too late a password" })).toMatchObject({ ok: false });
    late.mockRestore();
    expect(await account.setPassword({ password: "a password after a mail" })).toMatchObject({ ok: true });
    expect(await isSignedIn(elsewhere)).toBe(false);
    await auth.signedIn(email, "a password after a mail");
  });
});

describe("a new address", () => {
  it("takes the password, and the same answer is given where it has an account", async () => {
    const { email } = await somebody();
    const taken = newEmail();
    await auth.signedUp(taken);
    const next = newEmail();
    expect(await account.changeEmail({ email: next, current: "not the password" })).toMatchObject({
      ok: false,
      error: { path: "current" },
    });
    expect(await account.changeEmail({ email: taken, current: PASSWORD })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await account.changeEmail({ email: next, current: PASSWORD })).toEqual({
      ok: true,
      value: undefined,
    });
    await expect.poll(() => auth.linksTo(next)).toHaveLength(1);
    expect(await auth.linksTo(taken)).toEqual([]);
    const [atNew] = await auth.linksTo(next);
    expect(await account.openMailLink({ token_hash: atNew, type: "email_change" })).toMatchObject({
      ok: true,
      value: { half: true },
    });
    const [atOld] = await auth.linksTo(email);
    expect(await account.openMailLink({ token_hash: atOld, type: "email_change" })).toMatchObject({
      ok: true,
      value: { half: false },
    });
    await auth.signedIn(next);
  });
});

describe("an account", () => {
  it("is deleted by its address and its password alone, and this browser forgets it", async () => {
    const { email, userId, elsewhere } = await somebody();
    const isThere = async () =>
      (await auth.database.pool.query("select from auth.users where id = $1", [userId])).rowCount === 1;
    for (const wrong of [
      { email: newEmail(), current: PASSWORD },
      { email, current: "not the password" },
    ])
      expect(await account.deleteAccount(wrong)).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(await isThere()).toBe(true);
    expect(await account.deleteAccount({ email, current: PASSWORD })).toMatchObject({ ok: true });
    expect(await isThere()).toBe(false);
    expect(held("ovenai-auth")).toBeUndefined();
    expect(await isSignedIn(elsewhere)).toBe(false);
  });
});

describe("whoever tries too often", () => {
  const wrong = (email: string) => account.signIn({ email, password: "a wrong password" });

  it("is told when to try again, alike for a known and an unknown person, from any address", async () => {
    const known = newEmail();
    await auth.signedUp(known);
    for (const email of [known, newEmail()]) {
      for (let tried = 0; tried < 10; tried += 1)
        expect(await wrong(email)).toMatchObject({ ok: false, error: { message: "wrongPassword" } });
      carryHere(null, "198.51.100.1");
      expect(await wrong(email)).toEqual({
        ok: false,
        error: { code: "rate_limited", retryAfter: expect.closeTo(85, -1) },
      });
    }
  }, 60_000);

  it("is not counted for what succeeded", async () => {
    const { email } = await somebody();
    for (let tried = 0; tried < 12; tried += 1)
      expect(await account.signIn({ email, password: PASSWORD })).toMatchObject({ ok: true });
  }, 60_000);

  it("leaves nothing readable in the count", async () => {
    const email = newEmail();
    await wrong(email);
    const { rows } = await auth.database.pool.query("select a::text as row from private.sign_in_attempts a");
    const text = JSON.stringify(rows);
    for (const readable of [email, Buffer.from(email).toString("hex"), "203.0.113"])
      expect(text).not.toContain(readable);
  });

  it("guesses the old password in place of a sign-in no oftener", async () => {
    await somebody();
    const guess = () => account.setPassword({ password: "another password", current: "a guess" });
    for (let tried = 0; tried < 10; tried += 1) await guess();
    expect(await guess()).toMatchObject({ ok: false, error: { code: "rate_limited" } });
  }, 60_000);
});

describe("for known and unknown people alike", () => {
  it("a wrong password is not answered before the floor", async () => {
    const known = newEmail();
    await auth.signedUp(known);
    const timeOf = async (email: string) => {
      const asked = performance.now();
      await account.signIn({ email, password: "a wrong password" });
      return performance.now() - asked;
    };
    const times: number[] = [];
    for (const email of [known, newEmail(), known, newEmail()]) times.push(await timeOf(email));
    // A timer of Node may fire a millisecond early.
    expect(Math.min(...times)).toBeGreaterThan(498);
  });

  it("the mail for a new password is asked for after the answer", async () => {
    const known = newEmail();
    await auth.signedUp(known);
    for (const email of [known, newEmail()]) {
      const sent = vi.spyOn(globalThis, "fetch");
      expect(await account.requestPasswordReset({ email })).toEqual({ ok: true, value: undefined });
      const before = sent.mock.calls.filter(([input]) => String(input).includes("/recover"));
      expect(before).toEqual([]);
      sent.mockRestore();
    }
    await whatComesAfter();
    await expect.poll(() => auth.linksTo(known)).toHaveLength(1);
  });
});
