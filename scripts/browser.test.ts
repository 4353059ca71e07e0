import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { browserArguments } from "./browser";

it("every feature that Playwright disables in a browser stays disabled", () => {
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
  const source = readFileSync(join(playwright, "lib", "coreBundle.js"), "utf8");
  const list = /disabledFeatures = \[([^\]]+)\]/.exec(source)?.[1] ?? "";
  const theirs = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const ours = browserArguments.find((each) => each.startsWith("--disable-features="))?.split(/[=,]/);
  expect(theirs).not.toEqual([]);
  expect(ours).toEqual(expect.arrayContaining(theirs));
});
