import { expect, test } from "vitest";
import { metricsOf } from "@/lib/leads/metrics";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";

const byName = (panels: typeof somePanels) =>
  new Map(metricsOf(panels.metrics).map((metric) => [metric.name, metric]));

test("a count changes by its share of what it was before", () => {
  const metrics = byName(somePanels);
  expect(metrics.get("leads")?.change).toBeCloseTo(0.25);
  expect(metrics.get("qualified")?.change).toBeCloseTo(-0.2);
});

test("conversion is meetings for each lead and changes by points, not by share", () => {
  const conversion = byName(somePanels).get("conversion");
  expect(conversion?.value).toBeCloseTo(0.25);
  expect(conversion?.change).toBeCloseTo(0.25 - 2 / 16);
  expect(conversion?.series).toEqual([0, 0.125, 0.25]);
});

test("where there was nothing before, no change is claimed", () => {
  expect([...byName(emptyPanels).values()].map(({ change }) => change)).toEqual([null, null, null, null]);
});

test("no leads is a conversion of zero, not of infinity", () => {
  expect(byName(emptyPanels).get("conversion")?.value).toBe(0);
});
