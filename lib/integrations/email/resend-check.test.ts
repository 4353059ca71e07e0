import { expect, it } from "vitest";
import type { Asked } from "@/lib/provider-request";
import { checkResend, resendUrlOf } from "./resend-check";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Asked => ({
  answered: true,
  status,
  headers: new Headers(headers),
  body,
});
const verified = { data: [{ name: "Example.com", status: "verified" }] };

async function checked(said: Asked, from = "noa@example.com") {
  const login = { via: "resend", key: "re_12345678", from } as const;
  return checkResend(login, "https://api.resend.test", async () => said, 0);
}

it("a key whose domain is verified may send, in whatever case it is written", async () => {
  expect(await checked(answer(200, verified), "noa@EXAMPLE.com")).toEqual({ ok: true, value: null });
});

it("a domain that is not verified, or another that ends like it, may not", async () => {
  const pending = { data: [{ name: "example.com", status: "pending" }] };
  for (const [body, from] of [
    [pending, "noa@example.com"],
    [verified, "noa@notexample.com"],
    [verified, "noa@ple.com"],
  ] as const)
    expect(await checked(answer(200, body), from)).toMatchObject({ ok: false, problem: "mailSender" });
});

it("the service's own domain needs no proof, nor does a key that may only send", async () => {
  expect(await checked(answer(200, { data: [] }), "onboarding@resend.dev")).toMatchObject({ ok: true });
  expect(await checked(answer(401, { name: "restricted_api_key" }))).toMatchObject({ ok: true });
});

it.each([
  [answer(401, {}), { fault: "credentials", problem: "mailKey" }],
  [answer(400, { name: "invalid_api_key" }), { fault: "credentials", problem: "mailKey" }],
  [answer(429, null, { "retry-after": "7" }), { fault: "limit", waitSeconds: 7 }],
  [answer(429, null), { fault: "limit", waitSeconds: 60 }],
  [answer(503, "<html>"), { fault: "unreachable" }],
  [answer(200, "<html>"), { fault: "refused" }],
  [{ answered: false, fault: "timeout" } as const, { fault: "unreachable" }],
])("%j says why", async (said, fault) => {
  expect(await checked(said)).toMatchObject({ ok: false, ...fault });
});

it("is asked where the environment says, by TLS, and the variable is named where it is malformed", () => {
  expect(resendUrlOf({})).toBe("https://api.resend.com");
  expect(resendUrlOf({ RESEND_API_URL: "http://127.0.0.1:9/" })).toBe("http://127.0.0.1:9");
  expect(() => resendUrlOf({ RESEND_API_URL: "http://api.example.com" })).toThrow("RESEND_API_URL");
});
