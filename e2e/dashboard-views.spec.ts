import { expect, test } from "./fixtures";
import { card } from "./harness/board";
import { newOwner } from "./harness/people";
import { open, reload, signIn } from "./harness/steps";

test("an arrangement is saved under a name, opened again, renamed, deleted, and brought back by Undo", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Anat");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const views = page.getByRole("dialog", { name: "Widgets" });
  const stored = async () =>
    (await rows.dashboardOverrides(owner.userId, owner.projectId))?.dashboard_preferences;
  await page.getByRole("button", { name: "Widgets", exact: true }).click();
  await views.getByLabel("Name of the view").fill("בוקר");
  await views.getByRole("button", { name: "Save" }).click();
  await expect(views.getByRole("button", { name: "בוקר", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect.poll(stored).toMatchObject({ savedViews: { view1: { name: "בוקר" } } });

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Options: Insights" }).click();
  await page.getByRole("menuitem", { name: "Hide this widget" }).click();
  await expect(card(page, "insights")).toHaveCount(0);
  await page.getByRole("button", { name: "Widgets", exact: true }).click();
  await views.getByRole("button", { name: "בוקר", exact: true }).click();
  await expect(card(page, "insights")).toBeVisible();

  await views.getByRole("button", { name: "Rename בוקר" }).click();
  await views.getByLabel("New name for בוקר").fill("Morning");
  await page.keyboard.press("Enter");
  await expect.poll(stored).toMatchObject({ savedViews: { view1: { name: "Morning" } } });
  await views.getByRole("button", { name: "Delete Morning" }).click();
  await expect.poll(stored).toMatchObject({ savedViews: { view1: { name: "" } } });
  await page
    .getByRole("listitem")
    .filter({ hasText: "Morning: deleted" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect.poll(stored).toMatchObject({ savedViews: { view1: { name: "Morning" } } });
  await reload(page);
  await page.getByRole("button", { name: "Widgets", exact: true }).click();
  await expect(views.getByRole("button", { name: "Morning", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
});
