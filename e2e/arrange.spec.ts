import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { card, midOf, order } from "./harness/board";
import { change } from "./harness/changes";
import { newOwner } from "./harness/people";
import { open, reload, savingLine, signIn } from "./harness/steps";

/** Carries the handle of a card, as a mouse does, to a point at this share of another card's width. */
async function carry(page: Page, widget: string, over: string, share: number) {
  const from = await midOf(card(page, widget).locator("[data-move]"));
  const to = await midOf(card(page, over));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.move(to.left + to.width * share, to.y, { steps: 5 });
  await expect(page.locator("[data-drop]")).toHaveCount(1);
}

for (const [language, share] of [
  ["en", 0.2],
  ["he", 0.8],
] as const) {
  test(`a card goes where it is carried to, stays there, and comes back by Undo (${language})`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Vered");
    await change(owner, "preferences", { interface_settings: { language } });
    await signIn(page, owner);
    await page.setViewportSize({ width: 1440, height: 2400 });
    await open(page, `/dashboard/${owner.projectId}`);
    await expect(page.locator("html")).toHaveAttribute("dir", language === "he" ? "rtl" : "ltr");
    const before = await order(page);
    await carry(page, "insights", "leadsConversions", share);
    await page.mouse.up();
    const after = [...before.slice(0, 3), "insights", ...before.slice(3, 7)];
    expect(await order(page)).toEqual(after);
    await expect
      .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
      .toMatchObject({
        widget_layout: { lg: { insights: { x: 0, y: 9 } } },
      });
    await reload(page);
    await expect.poll(() => order(page)).toEqual(after);
    await carry(page, "insights", "pieCharts", share);
    await page.mouse.up();
    await page.getByRole("button", { name: language === "he" ? "ביטול" : "Undo" }).click();
    await expect.poll(() => order(page)).toEqual(after);
  });
}

test("Escape puts a carried card back, a press that goes nowhere picks it up for the keys", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Yuval");
  await signIn(page, owner);
  await page.setViewportSize({ width: 1440, height: 2400 });
  await open(page, `/dashboard/${owner.projectId}`);
  const before = await order(page);
  await carry(page, "metrics", "insights", 0.9);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.locator("[data-drop], [data-carried]")).toHaveCount(0);
  expect(await order(page)).toEqual(before);
  await card(page, "metrics").locator("[data-move]").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await order(page)).indexOf("metrics")).toBe(1);
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, owner.projectId)).toHaveProperty("widget_layout.lg");
});

test("a card is made narrower by its edge, and no size of the window ever stores a layout", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Dafna");
  await signIn(page, owner);
  await page.setViewportSize({ width: 1440, height: 2400 });
  await open(page, `/dashboard/${owner.projectId}`);
  const edge = await midOf(card(page, "monthlyPerformance").locator("[data-resize]"));
  const { width } = await midOf(page.getByRole("group", { name: "Widgets" }));
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x - width / 6, edge.y, { steps: 4 });
  await page.mouse.up();
  const stored = () => rows.dashboardOverrides(owner.userId, owner.projectId);
  await expect.poll(stored).toMatchObject({
    widget_layout: { lg: { monthlyPerformance: { w: 6 }, performanceTargets: { w: 6 } } },
  });
  await expect(savingLine(page)).toHaveText("Saved");
  const before = JSON.stringify(await stored());
  for (let turn = 0; turn < 20; turn += 1)
    await page.setViewportSize({ width: [360, 800, 1100, 1300, 1920][turn % 5] ?? 360, height: 900 });
  await expect(card(page, "monthlyPerformance")).toBeVisible();
  await open(page, `/dashboard/${owner.projectId}`);
  await expect(card(page, "insights")).toBeVisible();
  expect(JSON.stringify(await stored())).toBe(before);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("a finger carries a card by its handle, down one column, and the wide layout stays", async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Noga");
    await signIn(page, owner);
    await open(page, `/dashboard/${owner.projectId}`);
    await expect(card(page, "insights")).toBeVisible();
    const from = await midOf(card(page, "metrics").locator("[data-move]"));
    const below = await midOf(card(page, "monthlyPerformance"));
    const touch = await page.context().newCDPSession(page);
    const finger = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    await finger("touchStart", from.x, from.y);
    await finger("touchMove", from.x, from.y + 30);
    await finger("touchMove", below.x, below.y + 60);
    await expect(page.locator("[data-drop=block-after]")).toHaveCount(1);
    await finger("touchEnd", 0, 0);
    await expect.poll(async () => (await order(page))[1]).toBe("metrics");
    const stored = async () => (await rows.dashboardOverrides(owner.userId, owner.projectId))?.widget_layout;
    await expect.poll(stored).toHaveProperty("sm");
    expect(Object.keys((await stored()) ?? {})).toEqual(["sm"]);
  });
});
