import fc from "fast-check";
import { expect, it } from "vitest";
import { mostAttempts, retryDelayMs } from "./retry";

it("waits 30 s at most after the first attempt, twice as long after each, and never longer than an hour", () => {
  const longest = Array.from(
    { length: mostAttempts },
    (_, index) => retryDelayMs(index + 1, 1, null) / 1_000,
  );
  expect(longest).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600]);
});

it("spreads what failed together over the whole wait, but never tries again within a second", () => {
  expect(retryDelayMs(3, 0.5, null)).toBe(60_000);
  expect(retryDelayMs(8, 0, null)).toBe(1_000);
});

it("never undercuts what the provider asks for, however little is left to chance", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(90_000),
      (attempts, chance, seconds) => {
        const wait = retryDelayMs(attempts, chance, seconds);
        expect(wait).toBeGreaterThanOrEqual(seconds * 1_000);
        expect(wait).toBeLessThanOrEqual(Math.max(3_600_000, seconds * 1_000));
        expect(Number.isInteger(wait)).toBe(true);
      },
    ),
  ));
