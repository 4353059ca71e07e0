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

/** Opens the page with the code that its HTML names, and holds back what that code asks for. */
async function openBeforeItsParts(page: Page, path: string): Promise<() => void> {
  const html = await (await page.request.get(path)).text();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    const isNamed = html.includes(new URL(route.request().url()).pathname);
    if (!isNamed) await arrived;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(() => Reflect.get(window, "pageListens") === true);
  return arrive;
}

test("a dashboard stands as the server drew it until the code of its figures has arrived, and presses wait for it", async ({
  page,
}) => {
  const owner = await newOwner("Pirkko");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const arrive = await openBeforeItsParts(page, `/dashboard/${owner.projectId}`);
  const drawn = await page.locator('[data-widget="metrics"] dd').first().elementHandle();
  // What is around the board goes on changing: what is open on this screen comes with it.
  await page.setViewportSize({ width: 700, height: 900 });
  await page.getByRole("button", { name: "Options: Key metrics" }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole("menu")).toHaveCount(0);
  expect(await drawn?.evaluate((figure) => figure.isConnected && figure.checkVisibility())).toBe(true);
  arrive();
  await expect(page.getByRole("menuitem", { name: "Hide this widget" })).toBeVisible();
});
