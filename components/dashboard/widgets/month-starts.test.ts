import { expect, test } from "vitest";
import { monthStarts } from "@/components/dashboard/widgets/month-starts";

test("each month is named once, at its first week", () => {
  const weeks = ["2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27", "2026-08-03", "2026-08-10"];
  expect(monthStarts(weeks)).toEqual([true, false, false, false, true, false]);
});

test("a first week whose month ends right away leaves the room to the next month", () => {
  expect(monthStarts(["2026-07-27", "2026-08-03", "2026-08-10"])).toEqual([false, true, false]);
});
