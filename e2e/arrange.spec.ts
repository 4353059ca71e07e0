import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { newOwner } from "./harness/people";
import { open, savingLine, signIn } from "./harness/steps";

/** Screens without a place of a widget of the person's own. */
const nothing = { lg: {}, md: {}, sm: {} };
const card = (page: Page, widget: string) => page.locator(`[data-widget="${widget}"]`);
const order = (page: Page) =>
  page.locator("[data-widget]").evaluateAll((cards) =>
    cards
      .map((one) => ({
        name: one.getAttribute("data-widget") ?? "",
        at: Number(getComputedStyle(one).order),
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name),
  );
const midOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...{ left: box.x, width: box.width } };
};

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
    await page.reload();
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
  await page.reload();
  await expect(card(page, "insights")).toBeVisible();
  expect(JSON.stringify(await stored())).toBe(before);
});

test("a hidden widget is added back to where it was; a layout is reset, and taken back by Undo", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Amira");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const before = await order(page);
  await page.getByRole("button", { name: "Options: Insights" }).click();
  await page.getByRole("menuitem", { name: "Hide this widget" }).click();
  await expect(card(page, "insights")).toHaveCount(0);
  await page.getByRole("button", { name: "Widgets" }).click();
  await page.getByRole("button", { name: "Add: Insights" }).click();
  await expect(card(page, "insights")).toBeVisible();
  expect(await order(page)).toEqual(before);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Options: Heat" }).click();
  await page.getByRole("menuitem", { name: "Collapse" }).click();
  const stored = async () => (await rows.dashboardOverrides(owner.userId, owner.projectId))?.widget_layout;
  await expect.poll(stored).toMatchObject({ lg: { pieCharts: { collapsed: true } } });
  await page.getByRole("button", { name: "Widgets" }).click();
  await page.getByRole("button", { name: "Reset all screen sizes" }).click();
  await expect.poll(stored).toEqual(nothing);
  await undo(page, "All screen sizes have");
  await expect.poll(stored).toMatchObject({ lg: { pieCharts: { collapsed: true } } });
});

test("a layout is used for all projects, those with one of their own too, and Undo gives each its own back", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Rami");
  const { rows: made } = await rows.pool.query<{ id: string }>(
    `with project as (insert into public.projects (client_id, name) values ($1, 'Second') returning id)
     insert into public.project_members (project_id, user_id, role) select id, $2, 'member' from project
     returning project_id as id`,
    [owner.clientId, owner.userId],
  );
  const second = made[0]?.id ?? "";
  await signIn(page, owner);
  await open(page, `/dashboard/${second}`);
  await collapse(page, "Insights");
  await expect
    .poll(async () => (await rows.dashboardOverrides(owner.userId, second))?.widget_layout)
    .toBeDefined();
  await open(page, `/dashboard/${owner.projectId}`);
  await collapse(page, "Heat");
  await page.getByRole("button", { name: "Widgets" }).click();
  await page.getByRole("button", { name: "Use for all projects" }).click();
  const collapsed = { lg: { pieCharts: { collapsed: true }, insights: { collapsed: false } } };
  const of = async (project: string | null) =>
    (await rows.dashboardOverrides(owner.userId, project))?.widget_layout;
  await expect.poll(() => of(null)).toMatchObject(collapsed);
  await expect.poll(() => of(second)).toEqual(nothing);
  await expect.poll(() => of(owner.projectId)).toEqual(nothing);
  await undo(page, "Every project has");
  await expect.poll(() => of(second)).toMatchObject({ lg: { insights: { collapsed: true } } });
  await expect.poll(() => of(null)).toEqual(nothing);
});

async function collapse(page: Page, widget: string) {
  await page.getByRole("button", { name: `Options: ${widget}` }).click();
  await page.getByRole("menuitem", { name: "Collapse" }).click();
}

const undo = (page: Page, text: string) =>
  page.getByRole("listitem").filter({ hasText: text }).getByRole("button", { name: "Undo" }).click();
