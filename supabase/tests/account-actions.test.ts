import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as account from "@/app/actions/account";
import { PASSWORD } from "@/local/supabase/auth/fixture";
import { isSignedIn, newEmail, sessionHere, startAccounts, type Accounts } from "./account-ground";
import { carryHere, held, whatComesAfter } from "./browser-request";

vi.mock("next/headers", async () => (await import("./browser-request")).nextHeaders);
vi.mock("next/server", async () => (await import("./browser-request")).nextServer);

let auth: Accounts;
beforeAll(async () => {
  auth = await startAccounts();
});
afterAll(() => auth.stop());
beforeEach(() => carryHere(null));

describe("a new password", () => {
  it("takes the old one, signs out every other device, and this one goes on with a new session", async () => {
    const { email, userId, elsewhere } = await auth.somebody();
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
    const { rows } = await auth.database.pool.query(
      "select user_agent from auth.sessions where user_id = $1 and id = $2",
      [userId, await sessionHere()],
    );
    expect(rows).toEqual([{ user_agent: "Chrome on Linux" }]);
    await auth.signedIn(email, password);
  });

  it("that Auth refuses leaves the old one, and no session behind", async () => {
    const { userId } = await auth.somebody();
    const sessions = "select count(*)::integer as count from auth.sessions where user_id = $1";
    const before = await auth.database.pool.query(sessions, [userId]);
    expect(await account.setPassword({ password: PASSWORD, current: PASSWORD })).toMatchObject({
      ok: false,
      error: { path: "password", message: "passwordSame" },
    });
    expect((await auth.database.pool.query(sessions, [userId])).rows).toEqual(before.rows);
  });

  it("needs no old one after the link of a mail, for a quarter of an hour", async () => {
    const { email, elsewhere } = await auth.somebody();
    await account.requestPasswordReset({ email });
    await whatComesAfter();
    await expect.poll(() => auth.linksTo(email)).toHaveLength(1);
    const [token_hash] = await auth.linksTo(email);
    await account.openMailLink({ token_hash, type: "recovery" });
    const late = vi.spyOn(Date, "now").mockReturnValue(Date.now() + (15 * 60 + 1) * 1000);
    expect(await account.setPassword({ password: "too late a password" })).toMatchObject({ ok: false });
    late.mockRestore();
    expect(await account.setPassword({ password: "a password after a mail" })).toMatchObject({ ok: true });
    expect(await isSignedIn(elsewhere)).toBe(false);
    await auth.signedIn(email, "a password after a mail");
  });
});

describe("a new address", () => {
  it("takes the password, and the same answer is given where it has an account", async () => {
    const { email } = await auth.somebody();
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
    const { email, userId, elsewhere } = await auth.somebody();
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

describe("an account that others need", () => {
  it("stays where another table refers to it, and says so", async () => {
    const { email, userId } = await auth.somebody();
    const { pool } = auth.database;
    await pool.query("create table public.somebody_elses (owner uuid references auth.users (id))");
    await pool.query("insert into public.somebody_elses values ($1)", [userId]);
    expect(await account.deleteAccount({ email, current: PASSWORD })).toEqual({
      ok: false,
      error: { code: "conflict", message: "neededElsewhere" },
    });
    await pool.query("drop table public.somebody_elses");
  });
});
