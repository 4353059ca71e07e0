import fc from "fast-check";
import { expect, it } from "vitest";
import { elapsedOf, paceOf } from "./pace";

it("in the middle of a month half of a target is on track, and less is behind", () => {
  const elapsed = elapsedOf(0, 30, 15);
  expect(paceOf(12, 24, elapsed)).toBe("onTrack");
  expect(paceOf(11, 24, elapsed)).toBe("behind");
  expect(paceOf(24, 24, elapsed)).toBe("reached");
});

it("nobody is behind by a part of one: it takes as much time as a whole one needs", () => {
  expect(paceOf(0, 6, elapsedOf(0, 30, 4.5))).toBe("onTrack");
  expect(paceOf(0, 6, elapsedOf(0, 30, 5))).toBe("behind");
});

it("on the first days of a month nothing is behind, however much money is wanted", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2.99, noNaN: true }),
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 1e9 }),
      (days, target, actual) => paceOf(actual, target, elapsedOf(0, 30, days)) !== "behind",
    ),
  );
  expect(paceOf(0, 100_000, elapsedOf(0, 30, 0.4))).toBe("begun");
  expect(paceOf(500, 100_000, elapsedOf(0, 30, 2))).toBe("begun");
  expect(paceOf(0, 100_000, elapsedOf(0, 30, 3))).toBe("behind");
});

it("what has come by then is on track or reached at once", () => {
  expect(paceOf(9_000, 100_000, elapsedOf(0, 30, 2))).toBe("onTrack");
  expect(paceOf(1, 12, 0)).toBe("onTrack");
  expect(paceOf(12, 12, 0)).toBe("reached");
  expect(paceOf(0, 12, 0)).toBe("begun");
});

it("after its end everything is behind that is not reached, and before its beginning nothing has passed", () => {
  expect(paceOf(23, 24, elapsedOf(10, 40, 99))).toBe("behind");
  expect(elapsedOf(10, 40, 0)).toBe(0);
});
