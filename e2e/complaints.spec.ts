import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { collectComplaints } from "./harness/console";

// The pages ask for a file that the test holds, or that is not there; no service worker may answer for either.
test.use({ serviceWorkers: "block" });

const path = "/_next/static/chunks/of-no-build.js";
const words = `Failed to load chunk ${path}`;

/** The page fetches the file, and complains as the loader of chunks does: at once, or as it is left. */
const ask = (page: Page) =>
  page.evaluate(
    ([file, complaint]) => {
      const complain = () => console.error(complaint);
      window.addEventListener("beforeunload", complain);
      void fetch(file).then(complain, () => undefined);
    },
    [path, words] as const,
  );

test("a file that does not come is a complaint, unless its page was left before it could", async ({
  browser,
  contextOptions,
}) => {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  await page.goto("/sign-in");

  const missing = collectComplaints();
  await missing.watch(context);
  await ask(page);
  await expect.poll(missing.unexpected).toContainEqual(expect.stringContaining(words));
  expect(missing.unexpected()).toContainEqual(expect.stringContaining("404 (Not Found)"));

  const left = collectComplaints();
  await page.goto("/sign-up");
  await left.watch(context);
  await page.route(`**${path}`, () => undefined);
  const asked = page.waitForRequest(`**${path}`);
  await ask(page);
  await asked;
  const ended = page.waitForEvent("requestfailed", (request) => request.url().endsWith(path));
  const heard = page.waitForEvent("console", (message) => message.text() === words);
  await page.goto("/reset");
  await Promise.all([ended, heard]);
  expect(left.unexpected()).toEqual([]);
  await context.close();
});
