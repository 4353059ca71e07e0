import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as account from "@/app/actions/account";
import { PASSWORD } from "@/local/supabase/auth/fixture";
import { newEmail, startAccounts, type Accounts } from "./account-ground";
import { carryHere, whatComesAfter } from "./browser-request";

vi.mock("next/headers", async () => (await import("./browser-request")).nextHeaders);
vi.mock("next/server", async () => (await import("./browser-request")).nextServer);

let auth: Accounts;
beforeAll(async () => {
  auth = await startAccounts();
});
afterAll(() => auth.stop());
beforeEach(() => carryHere(null));

describe("whoever tries too often", () => {
  const wrong = (email: string) => account.signIn({ email, password: "a wrong password" });

  it("is told when to try again, alike for a known and an unknown person, from any address", async () => {
    const known = newEmail();
    await auth.signedUp(known);
    for (const email of [known, newEmail()]) {
      for (let tried = 0; tried < 10; tried += 1)
        expect(await wrong(email)).toMatchObject({ ok: false, error: { message: "wrongPassword" } });
      carryHere(null, "198.51.100.1");
      const refused = await wrong(email);
      expect(refused).toEqual({ ok: false, error: { code: "rate_limited", retryAfter: expect.any(Number) } });
      const { retryAfter = 0 } = refused.ok ? {} : refused.error;
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(90);
    }
  }, 60_000);

  it("is not counted for what succeeded", async () => {
    const { email } = await auth.somebody();
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
    await auth.somebody();
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
    expect(Math.min(...times)).toBeGreaterThan(998);
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
