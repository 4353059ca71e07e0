import { expect, test } from "vitest";
import { sparklineBox, sparklinePath } from "@/components/dashboard/charts/sparkline-geometry";

const points = (path: string) =>
  [...path.matchAll(/-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/g)].map(([pair]) => pair.split(",").map(Number));

test("the oldest value is at the start and the highest value at the top", () => {
  const drawn = points(sparklinePath([1, 5, 3]));
  expect(drawn[0]).toEqual([2, sparklineBox.height - 2]);
  expect(Math.min(...drawn.map(([, y]) => y ?? 0))).toBe(2);
  expect(drawn.at(-1)?.[0]).toBe(sparklineBox.width - 2);
});

test("a series that does not change runs through the middle", () => {
  expect(points(sparklinePath([4, 4, 4])).every(([, y]) => y === sparklineBox.height / 2)).toBe(true);
});

test("the curve never leaves the box, so that no value looks higher than the highest", () => {
  const ys = points(sparklinePath([0, 9, 9, 1, 8, 0, 0, 7])).map(([, y]) => y ?? 0);
  expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ys)).toBeLessThanOrEqual(sparklineBox.height);
});

test("one point makes no line", () => {
  expect(sparklinePath([3])).toBe("");
});
