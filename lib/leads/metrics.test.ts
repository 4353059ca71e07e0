import { expect, test } from "vitest";
import { metricsOf, type MetricName } from "@/lib/leads/metrics";
import { emptyMetrics, someMetrics } from "@/lib/testing/lead-panels";

const metric = (metrics: typeof someMetrics, name: MetricName) =>
  metricsOf(metrics).find((one) => one.name === name);

test("a count's change is how many more or fewer there were before, also where there was none", () => {
  expect(metric(someMetrics, "leads")?.change).toBe(5);
  expect(metric(someMetrics, "qualified")?.change).toBe(-2);
  expect(
    metric({ ...someMetrics, meetings: { value: 5, previous: 0, series: [] } }, "meetings")?.change,
  ).toBe(5);
});

test("conversion is meetings per lead, and its change is a difference in points", () => {
  const conversion = metric(someMetrics, "conversion");
  expect(conversion?.value).toBeCloseTo(5 / 25);
  expect(conversion?.change).toBeCloseTo(5 / 25 - 2 / 20);
  expect(conversion?.series).toEqual([0, 0.1, 0.2]);
});

test("of nineteen leads no percentage is told, and of fewer before no change", () => {
  const few = { value: 19, previous: 19, series: [] };
  expect(metric({ ...someMetrics, leads: few }, "conversion")).toMatchObject({
    value: null,
    change: null,
    part: 5,
    whole: 19,
  });
  const fewBefore = { ...someMetrics.leads, previous: 19 };
  expect(metric({ ...someMetrics, leads: fewBefore }, "conversion")).toMatchObject({
    value: 0.2,
    change: null,
  });
});

test("a project without leads has zeros, and no conversion of nothing", () => {
  expect(metricsOf(emptyMetrics).map(({ value, change }) => [value, change])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [null, null],
  ]);
});
