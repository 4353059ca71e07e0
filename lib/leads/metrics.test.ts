import { expect, test } from "vitest";
import { metricsOf } from "@/lib/leads/metrics";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";

const byName = (panels: typeof somePanels) =>
  new Map(metricsOf(panels.metrics).map((metric) => [metric.name, metric]));

test("a count's change is a share of its previous value", () => {
  const metrics = byName(somePanels);
  expect(metrics.get("leads")?.change).toBeCloseTo(0.25);
  expect(metrics.get("qualified")?.change).toBeCloseTo(-0.2);
});

test("conversion is meetings per lead, and its change is a difference in points", () => {
  const conversion = byName(somePanels).get("conversion");
  expect(conversion?.value).toBeCloseTo(0.25);
  expect(conversion?.change).toBeCloseTo(0.25 - 2 / 16);
  expect(conversion?.series).toEqual([0, 0.125, 0.25]);
});

test("the change is null if the previous value is zero", () => {
  expect([...byName(emptyPanels).values()].map(({ change }) => change)).toEqual([null, null, null, null]);
});

test("the conversion of no leads is zero, not infinity", () => {
  expect(byName(emptyPanels).get("conversion")?.value).toBe(0);
});
