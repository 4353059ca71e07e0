import { expect, it } from "vitest";
import { stepsOf } from "./steps";

const day = 86_400_000;
const starts = Date.parse("2026-11-01T00:00:00Z");
const iso = (at: number) => new Date(at).toISOString();
const days = (count: number) => ({
  unit: "day" as const,
  starts: Array.from({ length: count }, (_, index) => iso(starts + index * day)),
  ends: iso(starts + count * day),
});
const later = starts + 400 * day;

it("thirty days are four stretches of weeks, the first of nine days, and none is a dip for being shorter", () => {
  const steps = stepsOf(
    Array.from({ length: 30 }, () => 2),
    days(30),
    later,
  );
  expect(steps.map(({ value }) => value)).toEqual([2, 2, 2, 2]);
  expect(steps.map(({ to }) => Math.round(to * 30))).toEqual([9, 16, 23, 30]);
  expect(steps[0]?.from).toBe(0);
});

it("a busy Monday and a quiet Saturday of each week make no spikes", () => {
  const week = [9, 3, 3, 3, 3, 0, 0];
  const steps = stepsOf([...week, ...week, ...week], days(21), later);
  expect(steps.map(({ value }) => value)).toEqual([3, 3, 3]);
});

it("a day that goes on counts for as long as it has", () => {
  const steps = stepsOf([4, 2], days(2), starts + 1.5 * day);
  expect(steps.map(({ value }) => value)).toEqual([4, 4]);
});

it("shares are of all that came in the stretch, and of none nothing", () => {
  const steps = stepsOf([1, 0, 3], days(3), later, [2, 0, 4]);
  expect(steps.map(({ value }) => value)).toEqual([0.5, 0, 0.75]);
});

it("nothing that was counted is left out, whatever the length", () => {
  for (let count = 1; count <= 48; count++) {
    const steps = stepsOf(
      Array.from({ length: count }, () => 1),
      days(count),
      later,
    );
    const total = steps.reduce((sum, { from, to, value }) => sum + (to - from) * count * value, 0);
    expect(total, `${count} days`).toBeCloseTo(count);
    expect(steps.at(-1)?.to).toBe(1);
  }
});
