import { createClient } from "@supabase/supabase-js";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { noRealtime } from "../../lib/supabase/transport";
import { type Mailbox, startMailbox } from "../mailbox/mailbox";
import { freePort } from "../ports";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { startTestSupabase } from "../test-supabase";
import type { Supabase } from "./supabase";

const PASSWORD = "a password of some length";
const SITE = "http://localhost:3000";

let database: TestDatabase;
let mailbox: Mailbox;
let supabase: Supabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: false });
  const ports = { http: await freePort(), smtp: await freePort() };
  mailbox = await startMailbox(ports);
  supabase = await startTestSupabase(database, {
    smtpPort: ports.smtp,
    siteUrl: SITE,
    jwtExpirySeconds: 1234,
  });
});
afterAll(async () => {
  await supabase.stop();
  await mailbox.stop();
  await database.drop();
});

function visitor() {
  return createClient(supabase.url, supabase.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: noRealtime,
  });
}

const messages = z.array(z.object({ subject: z.string(), links: z.array(z.string()), html: z.string() }));

/** The mails to an address, read over the mailbox's API. */
async function mailsTo(address: string) {
  const answer = await fetch(`${mailbox.url}/api/messages?to=${encodeURIComponent(address)}`);
  return messages.parse(await answer.json());
}

describe("an account", () => {
  it("is made by signing up, and its token holds person, role and expiry", async () => {
    const { data, error } = await visitor().auth.signUp({
      email: "New@Test.local",
      password: PASSWORD,
      options: { data: { name: "Noa" } },
    });
    expect(error).toBeNull();
    expect(data.user?.user_metadata.name).toBe("Noa");
    const claims = decodeJwt(data.session?.access_token ?? "");
    expect(claims).toMatchObject({
      sub: data.user?.id,
      role: "authenticated",
      aud: "authenticated",
      email: "new@test.local",
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(1234);
  });

  it("opens with its password only", async () => {
    const email = "login@test.local";
    await visitor().auth.signUp({ email, password: PASSWORD });
    expect((await visitor().auth.signInWithPassword({ email, password: PASSWORD })).error).toBeNull();
    const wrong = await visitor().auth.signInWithPassword({ email, password: "another password" });
    expect(wrong.error).toMatchObject({ status: 400, code: "invalid_credentials" });
  });

  it("asks for a password of eight characters", async () => {
    const { error } = await visitor().auth.signUp({ email: "short@test.local", password: "1234567" });
    expect(error).toMatchObject({ status: 422, code: "weak_password" });
  });

  it("is made once for each address", async () => {
    const person = { email: "twice@test.local", password: PASSWORD };
    await visitor().auth.signUp(person);
    expect((await visitor().auth.signUp(person)).error?.code).toBe("user_already_exists");
  });
});

describe("a sign-in", () => {
  it("is renewed by its refresh token, and ends by signing out", async () => {
    const client = visitor();
    await client.auth.signUp({ email: "renew@test.local", password: PASSWORD });
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    const refresh_token = data.session?.refresh_token ?? "";
    expect((await client.auth.signOut()).error).toBeNull();
    expect((await visitor().auth.refreshSession({ refresh_token })).error).not.toBeNull();
  });
});

describe("a forgotten password", () => {
  it("is replaced through the link in the mail, which works once and leads to the app", async () => {
    const email = "forgot@test.local";
    await visitor().auth.signUp({ email, password: PASSWORD });
    expect((await visitor().auth.resetPasswordForEmail(email)).error).toBeNull();

    await expect.poll(async () => (await mailsTo(email)).length).toBe(1);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe("Choose a new password");
    expect(mail?.html).not.toContain("{{");
    const link = new URL(mail?.links[0] ?? "");
    expect(link.origin + link.pathname).toBe(`${SITE}/callback`);
    expect(link.searchParams.get("type")).toBe("recovery");
    const token_hash = link.searchParams.get("token_hash") ?? "";

    const client = visitor();
    expect((await client.auth.verifyOtp({ token_hash, type: "recovery" })).error).toBeNull();
    expect((await client.auth.updateUser({ password: "the new password" })).error).toBeNull();
    expect((await visitor().auth.verifyOtp({ token_hash, type: "recovery" })).error).not.toBeNull();
    expect((await visitor().auth.signInWithPassword({ email, password: PASSWORD })).error).not.toBeNull();
    const renewed = await visitor().auth.signInWithPassword({ email, password: "the new password" });
    expect(renewed.error).toBeNull();
  });

  it("gets the same answer for an address without an account", async () => {
    expect((await visitor().auth.resetPasswordForEmail("nobody@test.local")).error).toBeNull();
    expect(await mailsTo("nobody@test.local")).toEqual([]);
  });
});
