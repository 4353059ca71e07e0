import { expect, it } from "vitest";
import { choiceOf, followChoices, standingFor, stillOf } from "./choices";

const now = Date.parse("2026-11-29T22:30:20Z");

it("every choice asks for what the database takes: only muting ends, an hour on or at nine on the schedule's clock", () => {
  const asked = followChoices.map((choice) => standingFor(choice, now, "Asia/Jerusalem"));
  expect(asked).toEqual([
    null,
    { state: "followed", until: null },
    { state: "muted", until: "2026-11-29T23:31:00.000Z" },
    // In Jerusalem it is the 30th already, half an hour past midnight.
    { state: "muted", until: "2026-12-01T07:00:00Z" },
    { state: "muted", until: null },
  ]);
});

it("a standing is shown as the choice it came of, and one that ends by itself by its end", () => {
  const chosen = followChoices.map((choice) => choiceOf(standingFor(choice, now, "UTC")));
  expect(chosen).toEqual(["normal", "followed", "until", "until", "muted"]);
});

it("what has ended is no standing any more, from that very moment", () => {
  const until = "2026-11-29T23:31:00+00:00";
  const muted = { state: "muted", until } as const;
  expect(stillOf(muted, Date.parse(until) - 1)).toBe(muted);
  expect(stillOf(muted, Date.parse(until))).toBeNull();
  expect(stillOf({ state: "muted", until: null }, now)).not.toBeNull();
  expect(stillOf(null, now)).toBeNull();
});
