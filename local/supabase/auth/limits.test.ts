import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECRET_KEY } from "../keys";
import { PASSWORD, startAuth } from "./fixture";
import { createLimiter, hostedLimits } from "./limits";
import type { AuthRequest } from "./auth-request";

const asked = (path: string, address: string): AuthRequest => ({
  request: new Request("http://platform.local"),
  method: "POST",
  path,
  query: new URLSearchParams(),
  body: {},
  address,
});

describe("requests of one address", () => {
  it("pass thirty at once, then one every ten seconds, and hold up no other address", () => {
    let now = 0;
    const limiter = createLimiter(hostedLimits, () => now);
    const passes = (address = "192.0.2.1") => limiter.refuse(asked("/recover", address)) === null;
    expect(Array.from({ length: 30 }, () => passes())).not.toContain(false);
    expect(passes()).toBe(false);
    expect(passes("192.0.2.2")).toBe(true);
    now += 9_000;
    expect(passes()).toBe(false);
    now += 1_001;
    expect(passes()).toBe(true);
  });
});

describe("mails", () => {
  it("of all people together are thirty an hour", () => {
    let now = 0;
    const limiter = createLimiter(hostedLimits, () => now);
    expect(Array.from({ length: 30 }, () => limiter.refuseMail(null))).toEqual(Array(30).fill(null));
    expect(limiter.refuseMail(null)?.status).toBe(429);
    now += 120_001;
    expect(limiter.refuseMail(null)).toBeNull();
  });
});

describe("the limits of a hosted project", () => {
  let auth: Awaited<ReturnType<typeof startAuth>>;
  beforeAll(async () => {
    auth = await startAuth({ authLimits: hostedLimits });
  });
  afterAll(() => auth.stop());

  it("answer 429 with GoTrue's code, without saying when to come again", async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${auth.supabase.url}/auth/v1/token?grant_type=password`, {
        method: "POST",
        headers: { apikey: auth.supabase.keys.publishable, "content-type": "application/json", ...headers },
        body: JSON.stringify({ email: "nobody@test.local", password: PASSWORD }),
      });
    for (let asking = 0; asking < 30; asking += 1) expect((await ask({})).status).toBe(400);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask({})));
    const refusal = answers.find(({ status }) => status === 429);
    expect(await refusal?.json()).toMatchObject({ code: 429, error_code: "over_request_rate_limit" });
    expect(refusal?.headers.get("retry-after")).toBeNull();
    const forwarded = { "sb-forwarded-for": "192.0.2.9" };
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask({ ...forwarded, apikey: SECRET_KEY })).status),
    );
    expect(statuses).toEqual(Array(20).fill(400));
  });

  it("send one person no second mail of a kind within a minute", async () => {
    await auth.signedUp("twice@test.local");
    expect((await auth.visitor().auth.resetPasswordForEmail("twice@test.local")).error).toBeNull();
    const { error } = await auth.visitor().auth.resetPasswordForEmail("twice@test.local");
    expect(error).toMatchObject({ status: 429, code: "over_email_send_rate_limit" });
    expect((await auth.visitor().auth.resetPasswordForEmail("nobody@test.local")).error).toBeNull();
  });
});
