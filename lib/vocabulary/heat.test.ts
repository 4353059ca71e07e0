import { expect, test } from "vitest";
import { heatSteps, isHeat } from "@/lib/vocabulary/heat";

test("the scale runs from cold to burning in three steps, and back", () => {
  expect(heatSteps("cold", "burning")).toBe(3);
  expect(heatSteps("hot", "warm")).toBe(-1);
  expect(heatSteps("warm", "warm")).toBe(0);
});

test("any other word in an address is not a heat", () => {
  expect(["cold", "burning", "", "Cold", undefined, ["cold"]].map(isHeat)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
