import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { card, midOf, order } from "./harness/board";
import { change } from "./harness/changes";
import { newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

const widths = [360, 768, 1280, 1920] as const;

/** Moves a pointer of this kind along the points, pressed from the first to the last, where `mark` says where it would go. */
async function drag(page: Page, by: "mouse" | "finger", points: { x: number; y: number }[], mark: string) {
  const devtools = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  for (const [nth, { x, y }] of points.entries()) {
    if (by === "finger") await finger(nth === 0 ? "touchStart" : "touchMove", [{ x, y }]);
    else await page.mouse.move(x, y, { steps: nth === 0 ? 1 : 3 });
    if (by === "mouse" && nth === 0) await page.mouse.down();
  }
  await expect(page.locator(`[data-drop=${mark}]`)).toHaveCount(1);
  if (by === "finger") await finger("touchEnd", []);
  else await page.mouse.up();
}

/**
 * Nothing is fetched and nothing is left to do. While a part of the page waits for its code, React drops a press of the
 * pointer on it, though its controls are known: of a click a browser tells once more, of the start of a drag it does not.
 */
async function untilAtRest(page: Page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((atRest) => requestIdleCallback(atRest)));
}

/** Carries the card behind the next one, and answers the order that this has to make. */
async function carryOn(page: Page, by: "mouse" | "finger", isRightToLeft: boolean): Promise<string[]> {
  const before = await order(page);
  const [moving = "", next = ""] = before.slice(4);
  await expect(page.locator("[data-skeleton]")).toHaveCount(0);
  await untilAtRest(page);
  // A touch is judged by what was drawn last, so the scrolled page has to be drawn before it.
  await card(page, moving).evaluate((one) => {
    scrollTo(0, scrollY + one.getBoundingClientRect().top - 100);
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const from = await midOf(card(page, moving).locator("[data-move]"));
  const over = await midOf(card(page, next));
  const isOneColumn = over.width > (await midOf(page.locator("[data-view]"))).width * 0.7;
  // Past the middle of the next card: in the direction of reading, or below where cards stand in one column. There the
  // pointer stands on the other side, which must not count.
  const share = isOneColumn === isRightToLeft ? 0.9 : 0.1;
  const end = { x: over.left + over.width * share, y: over.y + 40 };
  const points = [from, { x: from.x + (isRightToLeft ? -20 : 20), y: from.y + 30 }, end];
  await drag(page, by, points, isOneColumn ? "block-after" : "inline-after");
  return [...before.slice(0, 4), next, moving, ...before.slice(6)];
}

for (const [language, by] of [
  ["en", "mouse"],
  ["he", "mouse"],
  ["en", "finger"],
  ["he", "finger"],
] as const) {
  test.describe(`${by}, ${language}`, () => {
    test.use({ hasTouch: by === "finger" });

    test("a card is carried behind the next one at every width, on a page that is scrolled", async ({
      page,
    }) => {
      const owner = await newOwner("Alon");
      await change(owner, "preferences", { interface_settings: { language } });
      await signIn(page, owner);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 1400 });
        await open(page, `/dashboard/${owner.projectId}`);
        const wanted = await carryOn(page, by, language === "he");
        await expect.poll(() => order(page), `${width} px`).toEqual(wanted);
        // What was a drag is no click, which would pick the card up for the keys.
        await expect(page.locator("[data-carried], [data-drop], [aria-pressed=true]")).toHaveCount(0);
        // The next page is drawn by the server: what it does not know yet would come a moment later.
        await expect(page.getByRole("status", { name: language === "he" ? "שמירה" : "Saving" })).toHaveText(
          language === "he" ? "נשמר" : "Saved",
        );
      }
    });
  });
}

for (const language of ["en", "he"] as const) {
  test(`a card is carried by keys at every width, and each screen keeps its own order (${language})`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Ofer");
    await change(owner, "preferences", { interface_settings: { language } });
    await signIn(page, owner);
    const on = language === "he" ? "ArrowLeft" : "ArrowRight";
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1200 });
      await open(page, `/dashboard/${owner.projectId}`);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "he" ? "rtl" : "ltr");
      const before = await order(page);
      await card(page, "revenueChannel").locator("[data-move]").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press(on);
      await page.keyboard.press("Enter");
      const at = before.indexOf("revenueChannel");
      await expect
        .poll(async () => (await order(page)).indexOf("revenueChannel"), `${width} px`)
        .toBe(at + 1);
      // The next page is drawn by the server: what it does not know yet would come a moment later.
      await expect(page.getByRole("status", { name: language === "he" ? "שמירה" : "Saving" })).toHaveText(
        language === "he" ? "נשמר" : "Saved",
      );
    }
    await expect
      .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
      .toMatchObject({ widget_layout: { sm: {}, lg: {} } });
  });
}

test("a widget that is switched off is gone in the same frame, elsewhere without a reload, and is not asked for", async ({
  page,
  newDevice,
}) => {
  const owner = await newOwner("Inbar");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const other = await newDevice();
  await signIn(other, owner);
  await open(other, `/dashboard/${owner.projectId}`);
  await expect(card(other, "insights")).toBeVisible();
  await page.getByRole("button", { name: "Options: Insights" }).click();
  const frames = page.evaluate(
    () =>
      new Promise<boolean>((resolve) =>
        addEventListener(
          "click",
          () =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                resolve(document.querySelector('[data-widget="insights"]') === null),
              ),
            ),
          { once: true },
        ),
      ),
  );
  await page.getByRole("menuitem", { name: "Hide this widget" }).click();
  expect(await frames).toBe(true);
  await expect(card(other, "insights")).toHaveCount(0);
  for (const device of [page, other]) {
    const asked = device.waitForRequest(/\/api\/dashboard\?/);
    await device.getByRole("button", { name: "Refresh the figures" }).click();
    expect(new URL((await asked).url()).searchParams.get("panels")?.split(",")).not.toContain("insights");
  }
});
