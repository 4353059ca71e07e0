import { expect, it } from "vitest";
import { retryAfterSeconds } from "./retry-after";

const now = Date.parse("2026-11-30T10:00:00Z");

it("reads whole seconds or a date, and nothing else", () => {
  expect(retryAfterSeconds("120", now)).toBe(120);
  expect(retryAfterSeconds("Mon, 30 Nov 2026 10:00:30 GMT", now)).toBe(30);
  expect(retryAfterSeconds("Mon, 30 Nov 2026 09:00:00 GMT", now)).toBe(0);
  for (const odd of [null, undefined, "", "-1", "1.5", "soon"])
    expect(retryAfterSeconds(odd, now)).toBeNull();
});

it("never waits longer than a day", () => {
  expect(retryAfterSeconds("99999999", now)).toBe(86_400);
  expect(retryAfterSeconds("Mon, 30 Nov 2037 10:00:30 GMT", now)).toBe(86_400);
});
