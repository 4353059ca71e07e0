import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { isOff, isOn, open, openAccountMenu, savingLine, settingSwitch, signIn } from "./harness/steps";

// The files of a page are held back here, which a service worker would serve by itself.
test.use({ serviceWorkers: "block" });

/** Opens the page without any file of its code. Answers how to let the code arrive. */
async function openWithoutCode(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/settings/dashboard", { waitUntil: "commit" });
  return arrive;
}

test("a switch that is pressed before the page's code has arrived is switched when it has", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Perla");
  await signIn(page, owner);
  await open(page, "/");
  const arrive = await openWithoutCode(page);
  await settingSwitch(page, "Insights").click();
  await isOn(settingSwitch(page, "Insights"));
  arrive();
  await isOff(settingSwitch(page, "Insights"));
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.recordedPaths(owner.userId)).toEqual(["widget_visibility.insights"]);
});

test("the account's menu that is pressed before the page's code has arrived opens when it has", async ({
  page,
}) => {
  await signIn(page, await newOwner("Petra"));
  await open(page, "/");
  const arrive = await openWithoutCode(page);
  await openAccountMenu(page);
  await expect(page.getByRole("menu")).toHaveCount(0);
  arrive();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
});
