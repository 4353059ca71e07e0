import { expect, test } from "vitest";
import { sparkline, sparklineBox } from "@/components/dashboard/charts/sparkline-geometry";

const even = (...values: number[]) =>
  values.map((value, index) => ({ from: index / values.length, to: (index + 1) / values.length, value }));
const { width, height } = sparklineBox;

test("zero is at the bottom, the highest at the top, and the oldest at the start", () => {
  expect(sparkline(even(0, 5, 2.5))?.line).toBe("M0,30H40V2H80V16H120");
  expect(sparkline(even(0, 5, 2.5))?.end).toBe(0.5);
});

test("what changes little looks so: no part of the scale is cut off", () => {
  const drawn = sparkline(even(100, 98, 99));
  expect(drawn?.line).toBe("M0,2H40V2.56H80V2.28H120");
});

test("nothing at all is a line at the bottom, and one stretch none", () => {
  expect(sparkline(even(0, 0))?.line).toBe(`M0,${height - 2}H60V${height - 2}H${width}`);
  expect(sparkline(even(3))).toBeNull();
});

test("the area lies under the line and closes at zero", () => {
  const drawn = sparkline(even(1, 2));
  expect(drawn?.area).toBe(`${drawn?.line}V${height}H0Z`);
});
