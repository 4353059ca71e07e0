import { expect, it } from "vitest";
import { decidePost, type PostSituation } from "./decide";

const now = "2026-12-01T10:00:00Z";
const situation = (given: Partial<PostSituation>): PostSituation => ({
  category: "leadUpdates",
  expiresAt: null,
  chosen: ["leadUpdates"],
  stands: true,
  ...given,
});
const outcomeOf = (given: Partial<PostSituation>) => {
  const { outcome, reason, trace } = decidePost(situation(given), now);
  return [outcome, reason, ...trace.map((step) => `${step.rule}:${step.outcome}`)];
};

it("an app is told what its admins chose, and its trace says which choice that was", () => {
  expect(outcomeOf({})).toEqual(["send", "wanted", "switch:pass"]);
  expect(outcomeOf({ chosen: [] })).toEqual(["suppress", "notChosen", "switch:suppress"]);
  expect(decidePost(situation({}), now).trace[0]?.inputs).toEqual({ category: "leadUpdates" });
});

it("a trial passes whatever was chosen, but nothing passes where nobody speaks for the app any more", () => {
  expect(outcomeOf({ category: "test", chosen: [] })).toEqual(["send", "wanted", "switch:pass"]);
  expect(outcomeOf({ category: "test", stands: false })).toEqual([
    "suppress",
    "notSpokenFor",
    "access:suppress",
  ]);
});

it("what is over when it is due is not told: at that very instant it is over", () => {
  expect(outcomeOf({ expiresAt: "2026-12-01T10:00:01Z" })[0]).toBe("send");
  expect(outcomeOf({ expiresAt: now })).toEqual(["expire", "expired", "expiry:expire"]);
});
