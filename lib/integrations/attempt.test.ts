import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { attemptSeconds, beginAttempt, finishAttempt } from "./attempt";

const ring = [{ id: "k", key: randomBytes(32) }];
const begun = beginAttempt(ring, "u1", "calendly", 0);
const finish = (
  more: Partial<Parameters<typeof finishAttempt>[3]> = {},
  userId = "u1",
  provider = "calendly",
) => finishAttempt(ring, userId, provider, { kept: begun.kept, state: begun.state, now: 1, ...more });

it("an attempt gives its verifier back, whose hash was sent along", () => {
  const verifier = finish();
  expect(createHash("sha256").update(String(verifier)).digest("base64url")).toBe(begun.challenge);
});

it("is of no use to another person, for another provider, with another state, or later than ten minutes", () => {
  expect(finish({}, "u2")).toBeNull();
  expect(finish({}, "u1", "slack")).toBeNull();
  for (const state of [null, "", `${begun.state}x`, begun.state.slice(1)])
    expect(finish({ state })).toBeNull();
  for (const kept of [undefined, "", begun.kept.slice(0, -4)]) expect(finish({ kept })).toBeNull();
  expect(finish({ now: attemptSeconds * 1_000 })).not.toBeNull();
  expect(finish({ now: attemptSeconds * 1_000 + 1 })).toBeNull();
});
