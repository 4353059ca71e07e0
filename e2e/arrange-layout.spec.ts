import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { card, order } from "./harness/board";
import { addLead, newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

/** Screens without a place of a widget of the person's own. */
const nothing = { lg: {}, md: {}, sm: {} };
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
  await addLead(rows.pool, second, "Lead of the second", "hot");
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
