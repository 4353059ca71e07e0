import { expect, it } from "vitest";
import { paths } from "./paths";

it("an address asks for what is given and is bare without it", () => {
  expect(paths.settings.activity()).toBe("/settings/activity");
  expect(paths.settings.activity({ source: "undo" })).toBe("/settings/activity?source=undo");
  expect(paths.api.settings("ann", null)).toBe("/api/settings?userId=ann");
  expect(paths.api.activity("ann", {}, 0)).toBe("/api/settings/activity?userId=ann&before=0");
});

it("what is given cannot ask for more", () => {
  expect(new URL(paths.signIn("/leads?heat=hot&x=#y"), "http://host").searchParams.get("next")).toBe(
    "/leads?heat=hot&x=#y",
  );
  expect(paths.serviceWorker("a&b=c")).toBe("/sw.js?build=a%26b%3Dc");
});
