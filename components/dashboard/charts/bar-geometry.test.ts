import { expect, test } from "vitest";
import { barChart } from "@/components/dashboard/charts/bar-geometry";

const data = [
  { key: "a", back: 10, front: 4 },
  { key: "b", back: 5, front: 5 },
];

test("a bar's height is its share of the scale and it stands on the baseline", () => {
  const { pairs, ticks } = barChart(data);
  const top = ticks.at(-1)?.value ?? 0;
  expect(top).toBe(10);
  expect(pairs[0]?.back).toMatchObject({ y: 0, height: 100 });
  expect(pairs[0]?.front.height).toBeCloseTo(40);
  for (const { back, front } of pairs)
    for (const bar of [back, front]) expect(bar.y + bar.height).toBeCloseTo(100);
});

test("bars stay in the plot and never overlap", () => {
  const bars = barChart(data).pairs.flatMap(({ back, front }) => [back, front]);
  bars.forEach((bar, index) => {
    expect(bar.x).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(bars[index + 1]?.x ?? 100);
  });
});

test("grid lines are whole numbers, because half a lead does not exist", () => {
  const { ticks } = barChart([{ key: "a", back: 1, front: 0 }]);
  expect(ticks.map(({ value }) => value)).toEqual([0, 1]);
});

test("nothing but zeros keeps a scale and draws flat bars", () => {
  expect(barChart([{ key: "a", back: 0, front: 0 }]).pairs[0]?.back.height).toBe(0);
});
