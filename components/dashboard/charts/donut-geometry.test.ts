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

/** Where an arc begins and ends on the outer edge, clockwise from the top: shares of the whole ring. */
function edgesOf(path: string): [from: number, to: number] {
  const [, x1, y1, x2, y2] = /^M(.+?),(.+?)A50,50,0,\d,1,(.+?),(.+?)L/.exec(path)?.map(Number) ?? [];
  const share = (x = NaN, y = NaN) => (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  return [share(x1, y1), share(x2, y2)];
}

test("slices are as long as their shares, less the gaps, one after the other from the top", () => {
  const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(values, (all) => {
      const total = all.reduce((sum, value) => sum + value, 0);
      const gap = 0.035 / (2 * Math.PI);
      let begins = gap / 2;
      for (const [index, { path }] of donutArcs(
        all.map((value, key) => ({ key: `${key}`, value })),
      ).entries()) {
        const [from, to] = edgesOf(path);
        expect(from).toBeCloseTo(begins, 3);
        const share = ((all[index] ?? 0) / total) * (1 - all.length * gap);
        expect(to).toBeCloseTo(begins + share, 3);
        begins += share + gap;
      }
      expect(begins).toBeCloseTo(1 + gap / 2, 3);
    }),
  );
});

test("a single slice is a whole ring with a hole in it", () => {
  const [ring] = donutArcs([{ key: "cold", value: 7 }]);
  expect(ring?.path.match(/A50,50,0,0,1,/g)).toHaveLength(2);
  expect(ring?.path.match(/A33,33,0,0,0,/g)).toHaveLength(2);
});
