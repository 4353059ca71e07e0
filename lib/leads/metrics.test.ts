import { expect, test } from "vitest";
import { changeOf, metricsOf, rateOf, type MetricName } from "@/lib/leads/metrics";
import { emptyMetrics, someMetrics } from "@/lib/testing/lead-panels";

function metric(metrics: typeof someMetrics, name: MetricName) {
  const found = metricsOf(metrics).find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test("a count's change is how many more or fewer there were before, also where there was none", () => {
  expect(changeOf(metric(someMetrics, "leads"))).toBe(5);
  expect(changeOf(metric(someMetrics, "qualified"))).toBe(-2);
  const fromNone = { ...someMetrics, meetings: { value: 5, previous: 0, series: [] } };
  expect(changeOf(metric(fromNone, "meetings"))).toBe(5);
});

test("conversion is meetings per lead, and its change is a difference in points", () => {
  const conversion = metric(someMetrics, "conversion");
  expect(conversion.figure).toEqual({ part: 5, whole: 25 });
  expect(changeOf(conversion)).toBeCloseTo(5 / 25 - 2 / 20);
});

test("of nineteen leads no percentage is told, and of fewer before no change", () => {
  expect(rateOf({ part: 5, whole: 19 })).toBeNull();
  expect(rateOf({ part: 5, whole: 20 })).toBe(0.25);
  const fewBefore = { ...someMetrics, leads: { ...someMetrics.leads, previous: 19 } };
  expect(changeOf(metric(fewBefore, "conversion"))).toBeNull();
});

test("how far leads have got is not compared with leads that had longer", () => {
  for (const name of ["bant", "heated", "reached", "pipeline"] as const)
    expect(changeOf(metric(someMetrics, name)), name).toBeNull();
  expect(metric(someMetrics, "reached").figure).toEqual({ part: 24, whole: 25 });
  expect(metric(someMetrics, "heated").figure).toBe(5);
});

test("a project without leads has zeros, and no share of nothing", () => {
  for (const { figure } of metricsOf(emptyMetrics))
    expect(typeof figure === "number" ? figure : rateOf(figure)).toBe(typeof figure === "number" ? 0 : null);
});
