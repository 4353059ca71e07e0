import { expect, test } from "./fixtures";
import { card, order } from "./harness/board";
import { change } from "./harness/changes";
import { newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

const widths = [360, 768, 1280, 1920] as const;

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
