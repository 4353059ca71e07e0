import { expect, it } from "vitest";
import { paths } from "./paths";

it("an address has a query of the given values, and none without", () => {
  expect(paths.settings.activity()).toBe("/settings/activity");
  expect(paths.settings.activity({ source: "undo" })).toBe("/settings/activity?source=undo");
  expect(paths.api.settings("ann", null)).toBe("/api/settings?userId=ann");
  expect(paths.api.activity("ann", {}, 0)).toBe("/api/settings/activity?userId=ann&before=0");
});

it("a given value cannot add to the query", () => {
  expect(new URL(paths.signIn("/leads?heat=hot&x=#y"), "http://host").searchParams.get("next")).toBe(
    "/leads?heat=hot&x=#y",
  );
  expect(paths.serviceWorker("a&b=c")).toBe("/sw.js?build=a%26b%3Dc");
});
