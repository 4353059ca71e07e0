import { expect, test } from "./fixtures";
import { noNetwork, signInEnded } from "./harness/console";
import { forgetDevice } from "./harness/device";
import { editOffline, loseSignIn } from "./harness/offline";
import { newOwner } from "./harness/people";
import { holdSignIn } from "./harness/auth-cookies";
import {
  isOff,
  isOn,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
  signInOnScreen,
  signOut,
} from "./harness/steps";

test("an edit made offline survives closing the tab and is sent when the network is back", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Anna");
  await signIn(page, owner);
  await editOffline(page);
  expect(await rows.dashboardOverrides(owner.userId, null)).toBeNull();
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await openDashboardSettings(again);
  await isOff(settingSwitch(again, "Insights"));
  await expect(savingLine(again)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
});

test("an edit that waits outlives the database that holds it: the browser may throw away either of two", async ({
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Abe");
  await holdSignIn(context, owner);
  const losses = { first: "Insights", buckets: "Targets" } as const;
  for (const copy of ["first", "buckets"] as const) {
    const page = await context.newPage();
    await openDashboardSettings(page);
    await context.setOffline(true);
    await settingSwitch(page, losses[copy]).click();
    await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await forgetDevice(again, [copy]);
    await openDashboardSettings(again);
    await isOff(settingSwitch(again, losses[copy]));
    await expect(savingLine(again)).toHaveText("Saved");
    await again.close();
  }
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false, performanceTargets: false },
  });
});

test("an edit made offline is sent by itself when the network returns", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Bea");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await context.setOffline(true);
  await settingSwitch(page, "Insights").click();
  await settingSwitch(page, "Targets").click();
  await expect(savingLine(page)).toHaveText("Kept on this device, 2 waiting");
  await context.setOffline(false);
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false, performanceTargets: false },
  });
});

test("two people in turn on one device: nobody's edit becomes the other's, and none is lost", async ({
  page,
  complaints,
  rows,
}) => {
  complaints.expect(signInEnded);
  complaints.expect(noNetwork);
  const [first, second] = [await newOwner("Cleo"), await newOwner("Dora")];
  await signIn(page, first);
  await editOffline(page);
  const tab = await loseSignIn(page);
  await signInOnScreen(tab, second);
  await openDashboardSettings(tab);
  await isOn(settingSwitch(tab, "Insights"));
  await settingSwitch(tab, "Targets").click();
  await expect(savingLine(tab)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(second.userId, null)).toMatchObject({
    widget_visibility: { performanceTargets: false },
  });
  expect(await rows.dashboardOverrides(first.userId, null)).toBeNull();
  await signOut(tab);

  await signInOnScreen(tab, first);
  await openDashboardSettings(tab);
  await isOff(settingSwitch(tab, "Insights"));
  await isOn(settingSwitch(tab, "Targets"));
  await expect
    .poll(() => rows.dashboardOverrides(first.userId, null))
    .toEqual({ widget_visibility: { insights: false }, widget_layout: {}, dashboard_preferences: {} });
  expect(await rows.recordedPaths(second.userId)).toEqual(["widget_visibility.performanceTargets"]);
});
