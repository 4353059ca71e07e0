import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, startAuth } from "./fixture";

let auth: Awaited<ReturnType<typeof startAuth>>;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe("a session", () => {
  it("is kept with the browser that began it, and its tokens say by what, also after a refresh", async () => {
    const email = "where@test.local";
    const { userId } = await auth.signedUp(email);
    const { client, token } = await auth.signedIn(email, PASSWORD, "Firefox on a boat");
    const { session_id, amr } = decodeJwt(token);
    expect(amr).toEqual([{ method: "password", timestamp: expect.any(Number) }]);
    const { rows } = await auth.database.pool.query(
      "select user_agent, aal::text, user_id from auth.sessions where id = $1",
      [session_id],
    );
    expect(rows).toEqual([{ user_agent: "Firefox on a boat", aal: "aal1", user_id: userId }]);
    const { data } = await client.auth.refreshSession();
    expect(decodeJwt(data.session?.access_token ?? "")).toMatchObject({ session_id, amr, aal: "aal1" });
  });

  it("that a mail's link began says so", async () => {
    const email = "recovers@test.local";
    await auth.signedUp(email);
    const client = auth.visitor();
    await client.auth.resetPasswordForEmail(email);
    await expect.poll(() => auth.linksTo(email)).toHaveLength(1);
    const [token_hash = ""] = await auth.linksTo(email);
    const { data } = await client.auth.verifyOtp({ token_hash, type: "recovery" });
    expect(decodeJwt(data.session?.access_token ?? "").amr).toEqual([
      { method: "otp", timestamp: expect.any(Number) },
    ]);
  });

  it("ends when another signs all others out, and not the one that asks", async () => {
    const email = "others@test.local";
    const first = await auth.signedUp(email);
    const second = await auth.signedIn(email);
    expect((await second.client.auth.signOut({ scope: "others" })).error).toBeNull();
    expect((await first.client.auth.refreshSession()).error).not.toBeNull();
    expect((await second.client.auth.refreshSession()).error).toBeNull();
  });
});

describe("a new password", () => {
  it("ends every other session", async () => {
    const email = "changes@test.local";
    const other = await auth.signedUp(email);
    const mine = await auth.signedIn(email);
    expect((await mine.client.auth.updateUser({ password: "another password" })).error).toBeNull();
    expect((await other.client.auth.refreshSession()).error).not.toBeNull();
    expect((await mine.client.auth.refreshSession()).error).toBeNull();
  });

  it("is refused to a session of the day before", async () => {
    const email = "stale@test.local";
    const { client, token } = await auth.signedUp(email);
    await auth.database.pool.query(
      "update auth.sessions set created_at = now() - interval '25 hours' where id = $1",
      [decodeJwt(token).session_id],
    );
    const { error } = await client.auth.updateUser({ password: "another password" });
    expect(error).toMatchObject({ status: 400, code: "reauthentication_needed" });
    await auth.signedIn(email);
  });
});

describe("a new address", () => {
  it("counts when the mails to both addresses were opened, in any order", async () => {
    const [old, next] = ["old@test.local", "next@test.local"];
    const { client } = await auth.signedUp(old);
    const { data, error } = await client.auth.updateUser({ email: "Next@Test.local" });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email: old, new_email: next });
    await expect
      .poll(async () => [...(await auth.linksTo(old)), ...(await auth.linksTo(next))])
      .toHaveLength(2);
    const [[first = ""], [second = ""]] = [await auth.linksTo(next), await auth.linksTo(old)];

    const half = await auth.visitor().auth.verifyOtp({ token_hash: first, type: "email_change" });
    expect(half.error).toBeNull();
    expect(half.data.session).toBeNull();
    await auth.signedIn(old);
    const again = await auth.visitor().auth.verifyOtp({ token_hash: first, type: "email_change" });
    expect(again.error?.code).toBe("otp_expired");

    const whole = await auth.visitor().auth.verifyOtp({ token_hash: second, type: "email_change" });
    expect(whole.error).toBeNull();
    expect(whole.data.session?.user.email).toBe(next);
    await auth.signedIn(next);
  });

  it("is refused where another account has it", async () => {
    await auth.signedUp("taken@test.local");
    const { client } = await auth.signedUp("wants@test.local");
    const { error } = await client.auth.updateUser({ email: "taken@test.local" });
    expect(error).toMatchObject({ status: 422, code: "email_exists" });
  });

  it("gets no second mail within a minute", async () => {
    const { client } = await auth.signedUp("hasty@test.local");
    await client.auth.updateUser({ email: "hasty-one@test.local" });
    const { error } = await client.auth.updateUser({ email: "hasty-two@test.local" });
    expect(error).toMatchObject({ status: 429, code: "over_email_send_rate_limit" });
  });
});
