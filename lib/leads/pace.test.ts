import { expect, it } from "vitest";
import { elapsedOf, paceOf } from "./pace";

it("in the middle of a month half of a target is on track, and less is behind", () => {
  const elapsed = elapsedOf(0, 30, 15);
  expect(paceOf(12, 24, elapsed)).toBe("onTrack");
  expect(paceOf(11, 24, elapsed)).toBe("behind");
  expect(paceOf(24, 24, elapsed)).toBe("reached");
});

it("nobody is behind by a part of one: it takes as much time as a whole one needs", () => {
  expect(paceOf(0, 12, elapsedOf(0, 30, 2))).toBe("onTrack");
  expect(paceOf(0, 12, elapsedOf(0, 30, 2.5))).toBe("behind");
});

it("at its beginning nothing is behind, and after its end everything that is not reached", () => {
  expect(paceOf(0, 24, elapsedOf(10, 40, 10))).toBe("onTrack");
  expect(paceOf(23, 24, elapsedOf(10, 40, 99))).toBe("behind");
  expect(elapsedOf(10, 40, 0)).toBe(0);
});
