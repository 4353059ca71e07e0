import { expect, it } from "vitest";
import { resendOutcome } from "./resend-outcome";

const now = Date.parse("2026-12-02T12:00:00Z");
const outcome = (status: number, name?: string, headers: Record<string, string> = {}) =>
  resendOutcome(status, new Headers(headers), name === undefined ? null : { name }, now);

it("what is our own fault says nothing of the address, and is tried again later", () => {
  for (const name of ["missing_api_key", "restricted_api_key", "invalid_api_key"])
    expect(outcome(401, name)).toEqual({ outcome: "broken", reason: "credentials" });
  expect(outcome(422, "invalid_from_address")).toEqual({ outcome: "broken", reason: "unverifiedSender" });
  expect(outcome(403, "validation_error")).toEqual({ outcome: "broken", reason: "unverifiedSender" });
  expect(outcome(429, "daily_quota_exceeded")).toEqual({ outcome: "broken", reason: "quotaExceeded" });
  expect(outcome(404)).toEqual({ outcome: "broken", reason: "notConfigured" });
});

it("a wish for patience is obeyed, from either header, in seconds or as a date", () => {
  const rateLimited = (headers: Record<string, string>) => outcome(429, "rate_limit_exceeded", headers);
  expect(rateLimited({ "retry-after": "7", "ratelimit-reset": "3" })).toMatchObject({ afterSeconds: 7 });
  expect(rateLimited({ "ratelimit-reset": "3" })).toMatchObject({ outcome: "retry", afterSeconds: 3 });
  expect(rateLimited({ "retry-after": "Wed, 02 Dec 2026 12:00:09 GMT" })).toMatchObject({ afterSeconds: 9 });
  expect(rateLimited({})).toEqual({ outcome: "retry", reason: "rateLimited", afterSeconds: null });
});

it("a service that is down, or that somebody stands before, is asked again", () => {
  expect(outcome(503)).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: null });
  expect(outcome(200)).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: null });
  expect(outcome(307)).toEqual({ outcome: "retry", reason: "network", afterSeconds: null });
});

it("an earlier attempt under the same key was taken; a mail that is refused is not sent again", () => {
  expect(outcome(409, "invalid_idempotent_request")).toEqual({ outcome: "sent", providerId: null });
  expect(outcome(409, "concurrent_idempotent_requests")).toMatchObject({ outcome: "retry" });
  expect(outcome(413)).toEqual({ outcome: "failed", reason: "tooLarge" });
  expect(outcome(422, "validation_error")).toEqual({ outcome: "failed", reason: "rejected" });
  expect(outcome(400, "constructor")).toEqual({ outcome: "failed", reason: "rejected" });
});
