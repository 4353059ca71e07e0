import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RESEND_API_KEY, RESEND_RESTRICTED_KEY, type Resend, startResend } from "./resend";

let now = Date.parse("2026-11-29T12:00:00Z");
let resend: Resend;
beforeAll(async () => void (resend = await startResend({ port: 0, now: () => now, requestsPerSecond: 3 })));
afterAll(() => resend.stop());
beforeEach(async () => {
  now += 2_000;
  await control("reset");
});

const control = async (what: string, body?: unknown) => {
  const init =
    body === undefined && what !== "reset" ? {} : { method: "POST", body: JSON.stringify(body ?? {}) };
  return (await fetch(`${resend.url}/__fake/${what}`, init)).json();
};

const mail = { from: "OvenAI <news@example.com>", to: "dana@example.org", subject: "Hello", text: "Hi" };

async function ask(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${resend.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${RESEND_API_KEY}`, "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}
const refusal = async (body: unknown, headers?: Record<string, string>) => {
  const answer = await ask("/emails", body, headers);
  expect(answer.body).toMatchObject({ statusCode: answer.status, message: expect.any(String) });
  return [answer.status, answer.body.name];
};

describe("the stand-in of Resend", () => {
  it("takes a mail, answers its id, and tells what became of it", async () => {
    const sent = await ask("/emails", mail);
    expect(sent).toMatchObject({ status: 200, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    const read = await ask(`/emails/${sent.body.id}`);
    expect(read.body).toMatchObject({ object: "email", to: ["dana@example.org"], last_event: "delivered" });
    expect((await ask("/emails/none")).status).toBe(404);
  });

  it("answers 403 without a User-Agent, and in no JSON", async () => {
    const answer = await ask("/emails", mail, { "user-agent": "" });
    expect([answer.status, answer.body]).toEqual([403, "error code: 1010"]);
  });

  it("knows keys, and those that may only send", async () => {
    expect(await refusal(mail, { authorization: "" })).toEqual([401, "missing_api_key"]);
    expect(await refusal(mail, { authorization: "Bearer re_wrong" })).toEqual([403, "invalid_api_key"]);
    const restricted = { authorization: `Bearer ${RESEND_RESTRICTED_KEY}` };
    expect((await ask("/emails", mail, restricted)).status).toBe(200);
    now += 1_000;
    expect((await ask("/domains", undefined, restricted)).body.name).toBe("restricted_api_key");
    expect((await ask("/domains")).body.data).toContainEqual(expect.objectContaining({ status: "verified" }));
  });

  it.each([
    [{ ...mail, to: undefined }, 422, "missing_required_field"],
    [{ ...mail, text: undefined }, 422, "missing_required_field"],
    [{ ...mail, from: "nobody" }, 422, "invalid_from_address"],
    [{ ...mail, from: 'a "b", c <news@example.com>' }, 422, "invalid_from_address"],
    [{ ...mail, to: "dana" }, 422, "validation_error"],
    [{ ...mail, to: Array.from({ length: 51 }, () => "a@example.org") }, 422, "validation_error"],
    [{ ...mail, headers: { "X-A": "b\r\nBcc: c" } }, 422, "validation_error"],
    [{ ...mail, attachments: [{ filename: "a", content: "%%%" }] }, 422, "invalid_attachment"],
    [{ ...mail, from: "news@unverified.example" }, 403, "validation_error"],
    [[], 422, "validation_error"],
  ])("refuses what is wrong: %j", async (body, status, name) => {
    expect(await refusal(body)).toEqual([status, name]);
    expect(resend.emails()).toEqual([]);
  });

  it("takes a mail once for a key, for a day, and refuses the key for another", async () => {
    const key = { "idempotency-key": "dispatch-1" };
    const [first, again] = [await ask("/emails", mail, key), await ask("/emails", mail, key)];
    expect(again.body).toEqual(first.body);
    expect(resend.emails()).toHaveLength(1);
    expect(await refusal({ ...mail, subject: "Other" }, key)).toEqual([409, "invalid_idempotent_request"]);
    now += 1_000;
    expect(await refusal(mail, { "idempotency-key": "k".repeat(257) })).toEqual([
      400,
      "invalid_idempotency_key",
    ]);
    await control("clock", { advanceSeconds: 24 * 60 * 60 + 1 });
    expect((await ask("/emails", mail, key)).body).not.toEqual(first.body);
  });

  it("counts requests by the second, and says so", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask("/emails", mail)));
    const over = answers.filter(({ status }) => status === 429);
    expect(over).toHaveLength(1);
    expect(over[0]?.body.name).toBe("rate_limit_exceeded");
    expect(over[0]?.headers.get("retry-after")).toBe("1");
    expect(answers[0]?.headers.get("ratelimit-limit")).toBe("3");
  });

  it("takes batches whole or not at all", async () => {
    expect((await ask("/emails/batch", [mail, mail])).body.data).toHaveLength(2);
    expect((await ask("/emails/batch", [mail, { ...mail, from: "x" }])).status).toBe(422);
    expect(resend.emails()).toHaveLength(2);
  });

  it("remembers requests to addresses that the service does not have, and fields that it does not know", async () => {
    expect((await ask("/email", mail)).body.name).toBe("not_found");
    await ask("/emails", { ...mail, replyTo: "a@example.com" });
    expect(await control("unexpected")).toEqual(["POST /email"]);
    expect(await control("warnings")).toEqual(["replyTo"]);
  });

  it("fails as often as it is asked to, then is well", async () => {
    const fault = {
      match: { pathRegex: "^/emails$", times: 2 },
      action: { status: 500, body: { name: "application_error" } },
    };
    await control("faults", fault);
    expect((await ask("/emails", mail)).status).toBe(500);
    expect((await ask("/emails", mail)).status).toBe(500);
    expect((await ask("/emails", mail)).status).toBe(200);
  });
});
