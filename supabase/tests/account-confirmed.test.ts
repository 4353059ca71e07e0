import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as account from "@/app/actions/account";
import { PASSWORD } from "@/local/supabase/auth/fixture";
import { newEmail, startAccounts, type Accounts } from "./account-ground";
import { carryHere } from "./browser-request";

vi.mock("next/headers", async () => (await import("./browser-request")).nextHeaders);
vi.mock("next/server", async () => (await import("./browser-request")).nextServer);

let auth: Accounts;
beforeAll(async () => {
  auth = await startAccounts({ confirmations: true });
});
afterAll(() => auth.stop());
beforeEach(() => carryHere(null));

const signUp = async (email: string) => {
  const asked = performance.now();
  const answer = await account.signUp({ name: "Somebody", email, password: PASSWORD });
  return { answer, ms: performance.now() - asked };
};

it("where addresses are confirmed, a sign-up is answered alike for an address with an account, without one, and with one not confirmed yet", async () => {
  const [known, unconfirmed] = [newEmail(), newEmail()];
  for (const email of [known, unconfirmed]) await auth.signedUp(email);
  await auth.database.pool.query("update auth.users set email_confirmed_at = now() where email = $1", [
    known,
  ]);
  const fresh = newEmail();
  for (const email of [known, unconfirmed, fresh]) {
    const { answer, ms } = await signUp(email);
    expect(answer, email).toEqual({ ok: true, value: { confirm: true } });
    // A timer of Node may fire a millisecond early.
    expect(ms).toBeGreaterThan(1_498);
  }
  await expect.poll(() => auth.linksTo(fresh)).toHaveLength(1);
  expect(await auth.linksTo(known)).toHaveLength(1);
});

it("a link of a mail confirms the address and signs in", async () => {
  const email = newEmail();
  await signUp(email);
  await expect.poll(() => auth.linksTo(email)).toHaveLength(1);
  const [token_hash] = await auth.linksTo(email);
  expect(await account.openMailLink({ token_hash, type: "signup" })).toEqual({
    ok: true,
    value: { type: "signup", half: false },
  });
  await auth.signedIn(email);
});
