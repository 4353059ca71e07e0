import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { noNetwork, signInEnded } from "./harness/console";
import { editOffline, loseSignIn, readyForOffline } from "./harness/offline";
import { newOwner } from "./harness/people";
import {
  isOff,
  isOn,
  open,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
  signInOnScreen,
  signOut,
} from "./harness/steps";

test.beforeEach(({ complaints }) => complaints.expect(noNetwork));

test("after one visit of any page the settings open without a network, are edited, and reach the row when it is back", async ({
  page,
  context,
  rows,
}) => {
  const owner = await newOwner("Noa");
  // The one visit: the dashboard. The settings have never been open on this device.
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await context.setOffline(true);
  await page.goto("/settings/dashboard");
  await isOn(settingSwitch(page, "Insights"));
  await expect(page.getByText("You see your settings as this device last knew them")).toBeVisible();
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");

  await page.reload();
  await isOff(settingSwitch(page, "Insights"));
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
  expect(await rows.dashboardOverrides(owner.userId, null)).toBeNull();

  await context.setOffline(false);
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
  await page.getByRole("button", { name: "Open the page as usual" }).click();
  await expect(page.getByText("You see your settings as this device last knew them")).toBeHidden();
  await isOff(settingSwitch(page, "Insights"));
  await expect(page.getByRole("button", { name: "Open the page as usual" })).toBeHidden();
});

test("a page that the device cannot show says so, leads to what it can, and opens by itself", async ({
  page,
  context,
}) => {
  const owner = await newOwner("Orly");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page needs the network" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Account: Orly" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Settings: Dashboard" }).click();
  await expect(page).toHaveURL(/\/settings\/dashboard$/);
  await isOn(settingSwitch(page, "Insights"));
  await page.goBack();
  await expect(page.getByRole("heading", { name: "This page needs the network" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
});

test("signing out leaves nothing for the offline page to show", async ({ page, context, complaints }) => {
  complaints.expect(signInEnded);
  // The page of the sign-in may still be fetching its later parts.
  complaints.expect(noNetwork);
  const owner = await newOwner("Pnina");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await openDashboardSettings(page);
  await settingSwitch(page, "Insights").click();
  await signOut(page);
  await context.setOffline(true);
  await page.goto("/settings/dashboard");
  await expect(page.getByRole("heading", { name: "There is no network" })).toBeVisible();
  await expect(page.getByText("Nobody is signed in on this device")).toBeVisible();
  await expect(page.getByText("Pnina")).toHaveCount(0);
  await expect(page.getByRole("switch")).toHaveCount(0);
});

test("a second person on the device sees nothing of the first without a network, and sends nothing of theirs", async ({
  page,
  context,
  rows,
}) => {
  const [first, second] = [await newOwner("Rina"), await newOwner("Sima")];
  await signIn(page, first);
  await open(page, "/");
  await readyForOffline(page, first);
  await editOffline(page);
  const tab = await loseSignIn(page);
  await signInOnScreen(tab, second);
  await readyForOffline(tab, second);
  await context.setOffline(true);
  await tab.goto("/settings/dashboard");
  await isOn(settingSwitch(tab, "Insights"));
  await expect(savingLine(tab)).toHaveText("Saved");
  await expect(tab.getByRole("button", { name: "Account: Sima" })).toBeVisible();
  await expect(tab.getByText("Rina")).toHaveCount(0);
  await settingSwitch(tab, "Targets").click();
  await context.setOffline(false);
  await expect(savingLine(tab)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(second.userId, null)).toMatchObject({
    widget_visibility: { performanceTargets: false },
  });
  expect(await rows.dashboardOverrides(first.userId, null)).toBeNull();
});

test("every settings page that the device knows opens by its link, and axe finds nothing", async ({
  page,
  context,
}) => {
  const owner = await newOwner("Zohar");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await context.setOffline(true);
  await page.goto("/settings/activity");
  await expect(page.getByRole("heading", { name: "This page needs the network" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const pages = page.getByRole("group", { name: "Settings" });
  for (const name of ["Notifications", "Preferences", "Integrations", "Dashboard"]) {
    await pages.getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
});
