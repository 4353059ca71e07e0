import { expect, it } from "vitest";
import { parse, safeParse } from "@/lib/schema";
import { activityQuerySchema, readFilter } from "./filter";

const userId = "7d0a2f4e-0000-4000-8000-00000000000a";

it("reads the filter of an address and ignores invalid parts", () => {
  expect(readFilter({ section: "dashboard", source: "undo", setting: "widget_visibility.metrics" })).toEqual({
    section: "dashboard",
    source: "undo",
    setting: "widget_visibility.metrics",
  });
  const wrong = { section: "Dash;", source: "elsewhere", setting: "a..b", other: "x" };
  expect(Object.values(readFilter(wrong)).filter(Boolean)).toEqual([]);
  expect(readFilter({ section: ["a", "b"] }).section).toBeUndefined();
});

it("refuses a read with unknown keys, a malformed cursor or an unknown source", () => {
  for (const query of [
    { userId, page: "2" },
    { userId, before: "-1" },
    { userId, before: "1e9" },
    { userId, source: "x" },
    {},
  ])
    expect(safeParse(activityQuerySchema, query).success, JSON.stringify(query)).toBe(false);
  expect(parse(activityQuerySchema, { userId, before: "12", section: "preferences" })).toEqual({
    userId,
    before: 12,
    filter: { section: "preferences" },
  });
});
