import fc from "fast-check";
import { expect, it } from "vitest";
import { backOffMs } from "./backoff";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it("stays between the floor and a bound that doubles up to the cap", () => {
  fc.assert(
    fc.property(fc.nat(1_000), chance, (attempt, random) => {
      const wait = backOffMs(attempt, () => random, { baseMs: 1_000, capMs: 30_000, floorMs: 100 });
      expect(wait).toBeGreaterThanOrEqual(100);
      expect(wait).toBeLessThanOrEqual(Math.min(30_000, 1_000 * 2 ** attempt));
    }),
  );
});

it("uses the whole range, so that browsers that failed together do not return together", () => {
  expect(backOffMs(5, () => 0)).toBe(100);
  expect(backOffMs(5, () => 0.5)).toBe(15_050);
  expect(backOffMs(5, () => 1)).toBe(30_000);
});
