import fc from "fast-check";
import { expect, test } from "vitest";
import { donutArcs, wholePercentages } from "@/components/dashboard/charts/donut-geometry";

test("an empty slice draws nothing and the order is kept", () => {
  const arcs = donutArcs([
    { key: "cold", value: 3 },
    { key: "warm", value: 0 },
    { key: "hot", value: 9 },
  ]);
  expect(arcs.map(({ key }) => key)).toEqual(["cold", "hot"]);
  expect(arcs.every(({ path }) => path.startsWith("M"))).toBe(true);
});

test("whole percentages add up to 100 and are within one of the exact share", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), (values) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const shares = wholePercentages(values);
      if (total === 0) return shares.every((share) => share === 0);
      const near = shares.every((share, index) => Math.abs(share - ((values[index] ?? 0) / total) * 100) < 1);
      return near && shares.reduce((sum, share) => sum + share, 0) === 100;
    }),
  );
});
