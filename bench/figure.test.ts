import { expect, it } from "vitest";
import { inTurn, median, meets, percentile } from "./figure";

it("median: the middle value, or the mean of the two in the middle", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

it("percentile: the value below which the given share of the values lies", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(98, hundred)).toBe(98);
  expect(percentile(98, [7, 3])).toBe(7);
});

it("meets: compares a ratio with its bar in the right direction", () => {
  const figure = { name: "", baseline: "", measure: async () => ({ ratio: 1, detail: "" }) };
  expect(meets({ ...figure, bar: { atLeast: 2 } }, 1.9)).toBe(false);
  expect(meets({ ...figure, bar: { atLeast: 2 } }, 2)).toBe(true);
  expect(meets({ ...figure, bar: { atMost: 0.35 } }, 0.36)).toBe(false);
});

it("inTurn: measures both sides alternately and leaves the warm-up out", async () => {
  const order: string[] = [];
  const side = (name: string, value: number) => async () => {
    order.push(name);
    return order.length <= 2 ? 1000 : value;
  };
  expect(await inTurn(2, side("a", 1), side("b", 2))).toEqual({ ours: 1, baseline: 2 });
  expect(order.join("")).toBe("ababba");
});
