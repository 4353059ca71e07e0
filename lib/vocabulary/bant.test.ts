import { expect, test } from "vitest";
import { bantScore } from "@/lib/vocabulary/bant";

test("the score counts the marks", () => {
  expect(bantScore({ budget: true, authority: false, need: true, timeline: false })).toBe(2);
});
