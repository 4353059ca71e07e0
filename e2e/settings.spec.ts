import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { isOff, isOn, open, openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";

test("a widget switched off stays off: on the screen, after a reload, on the dashboard, in the row", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Tove");
  await signIn(page, owner);
  await open(page, "/");
  await expect(page.getByRole("heading", { name: "Recent activity" })).toBeVisible();
  await openDashboardSettings(page);
  const activity = settingSwitch(page, "Recent activity");
  await isOn(activity);
  await activity.click();
  await isOff(activity);
  await expect(savingLine(page)).toHaveText("Saved");

  // The row holds the one value that was changed, and the change is recorded.
  expect(await rows.dashboardOverrides(owner.userId, null)).toEqual({
    widget_visibility: { recentActivity: false },
    widget_layout: {},
    dashboard_preferences: {},
  });
  expect(await rows.recordedPaths(owner.userId)).toEqual(["widget_visibility.recentActivity"]);

  await page.reload();
  await isOff(settingSwitch(page, "Recent activity"));
  await page.goto(`/dashboard/${owner.projectId}`);
  await expect(page.getByRole("heading", { name: "Insights" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recent activity" })).toBeHidden();
});

test("what is set for one project leaves the others alone, and goes back to what it would inherit", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Uma");
  await signIn(page, owner);
  await openDashboardSettings(page, owner.projectId);
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Saved");
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ widget_visibility: { insights: false } });
  expect(await rows.dashboardOverrides(owner.userId, null)).toBeNull();

  await openDashboardSettings(page);
  await isOn(settingSwitch(page, "Insights"));
  await openDashboardSettings(page, owner.projectId);
  await isOff(settingSwitch(page, "Insights"));
  await page.getByRole("button", { name: "Insights: back to On, default" }).click();
  await isOn(settingSwitch(page, "Insights"));
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ widget_visibility: {} });
  await page.reload();
  await isOn(settingSwitch(page, "Insights"));
});

test("two tabs switch different widgets at once, and both changes stay", async ({ page, context, rows }) => {
  const owner = await newOwner("Vera");
  await signIn(page, owner);
  const other = await context.newPage();
  await Promise.all([openDashboardSettings(page), openDashboardSettings(other)]);
  const press = async (tab: Page, ...names: string[]) => {
    for (const name of names) await settingSwitch(tab, name).click();
  };
  await Promise.all([press(page, "Insights", "Revenue by channel"), press(other, "Targets")]);
  for (const tab of [page, other]) {
    for (const name of ["Insights", "Targets", "Revenue by channel"]) await isOff(settingSwitch(tab, name));
    await expect(savingLine(tab)).toHaveText("Saved");
  }
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({
      widget_visibility: { insights: false, performanceTargets: false, revenueChannel: false },
    });
  const recorded = await rows.recordedPaths(owner.userId);
  expect(recorded.toSorted()).toEqual([
    "widget_visibility.insights",
    "widget_visibility.performanceTargets",
    "widget_visibility.revenueChannel",
  ]);
});

test("a change on one device shows on another without a reload", async ({ page, newDevice, rows }) => {
  const owner = await newOwner("Wanda");
  const other = await newDevice();
  await Promise.all([signIn(page, owner), signIn(other, owner)]);
  await Promise.all([openDashboardSettings(page), other.goto(`/dashboard/${owner.projectId}`)]);
  await expect(other.getByRole("heading", { name: "Insights" })).toBeVisible();
  await settingSwitch(page, "Insights").click();
  await expect(other.getByRole("heading", { name: "Insights" })).toBeHidden();
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({ widget_visibility: { insights: false } });
});
