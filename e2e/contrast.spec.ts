import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ask, palette } from "./harness/palette";
import { newOwner } from "./harness/people";
import { open, openDashboardSettings, signIn } from "./harness/steps";

const background = (one: Locator) => one.evaluate((element) => getComputedStyle(element).backgroundColor);
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("forced colours tell the open page, the chosen command and the parts of the day", async ({ page }) => {
  const owner = await newOwner("Force");
  await signIn(page, owner);
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "/settings/notifications");
  const nav = page.getByRole("navigation", { name: "Main", exact: true });
  const current = nav.getByRole("link", { name: "Notifications" });
  expect(await background(current), "the open page").not.toBe(
    await background(nav.getByRole("link", { name: "Preferences" })),
  );

  // As in the dark: between the hours that let messages through and those that do not there is a difference.
  const day = page.getByRole("list", { name: "Today, hour by hour" }).locator("li > span");
  await expect(day.first()).toBeVisible();
  expect(
    new Set(await day.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))).size,
  ).toBe(3);

  const dialog = await ask(page, "theme");
  const options = dialog.getByRole("option");
  await expect(options.nth(1)).toBeVisible();
  expect(await background(palette(page).getByRole("option", { selected: true }))).not.toBe(
    await background(palette(page).getByRole("option", { selected: false }).first()),
  );
});

for (const [colorScheme, expected] of [
  ["light", "rgb(255, 255, 255)"],
  ["dark", "rgb(0, 0, 0)"],
] as const)
  test(`who asks the device for more contrast has it, ${colorScheme}`, async ({ page }) => {
    const owner = await newOwner("Keen");
    await signIn(page, owner);
    await page.emulateMedia({ colorScheme, contrast: "no-preference" });
    await openDashboardSettings(page);
    expect(await paper(page)).not.toBe(expected);
    await page.emulateMedia({ colorScheme, contrast: "more" });
    expect(await paper(page)).toBe(expected);
  });

test("on a phone every option of a picture has its dot, and large letters cut nothing off", async ({
  page,
}) => {
  const owner = await newOwner("Ottilie");
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, owner);
  await open(page, "/settings/preferences");
  const dots = page
    .getByRole("radiogroup", { name: "Theme" })
    .locator("label > span:last-child > span:first-child");
  await expect(dots).toHaveCount(4);
  for (const dot of await dots.all()) await expect(dot).toBeVisible();
  for (const path of [
    "/settings/notifications",
    "/settings/preferences",
    "/settings/dashboard",
    "/notifications",
  ]) {
    await open(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await page.evaluate(() => (document.documentElement.dataset.text = "130"));
    await expect.poll(() => tooWide(page), `what ${path} cuts off at 130 %`).toEqual([]);
  }
});

/** What stands beyond the edge of the page and makes it wider; nothing where the page is as wide as the screen. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const isBeyond = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
    return [...document.querySelectorAll("body *")]
      .filter((element) => isBeyond(element) && ![...element.children].some(isBeyond))
      .map((element) => element.outerHTML.slice(0, 120));
  });
