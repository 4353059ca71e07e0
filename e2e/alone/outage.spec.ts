import { expect, test } from "./fixtures";
import { change } from "../harness/changes";
import { noServer } from "../harness/console";
import { forgetDevice, untilRemembered } from "../harness/device";
import { newOwner } from "../harness/people";
import {
  isOff,
  isOn,
  open,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
} from "../harness/steps";

test.beforeEach(({ complaints }) => complaints.expect(noServer));

test("with the database stopped the page opens, shows the last known settings and says so; nothing is overwritten", async ({
  page,
  platform,
  rows,
}) => {
  const owner = await newOwner("Elsa");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await settingSwitch(page, "Insights").click();
  await settingSwitch(page, "Targets").click();
  await expect(savingLine(page)).toHaveText("Saved");

  await platform.stopDatabase();
  const asked = Date.now();
  await page.goto("/settings/dashboard");
  await isOff(settingSwitch(page, "Insights"));
  expect(Date.now() - asked, "milliseconds until the page stood").toBeLessThan(3_000);
  await expect(page.getByText("You see your settings as this device last knew them")).toBeVisible();
  await isOff(settingSwitch(page, "Targets"));
  await settingSwitch(page, "Targets").click();
  await settingSwitch(page, "Revenue by channel").click();
  await expect(savingLine(page)).toHaveText("Kept on this device, 2 waiting");

  await platform.startDatabase();
  await expect(savingLine(page)).toHaveText("Saved");
  await expect(page.getByText("You see your settings as this device last knew them")).toBeHidden();
  expect(await rows.dashboardOverrides(owner.userId, null)).toEqual({
    widget_visibility: { insights: false, performanceTargets: true, revenueChannel: false },
    widget_layout: {},
    dashboard_preferences: {},
  });
  await page.reload();
  await isOff(settingSwitch(page, "Revenue by channel"));
  await isOn(settingSwitch(page, "Targets"));
});

test("a device that knows nothing says so while the database is stopped, and overwrites nothing", async ({
  page,
  newDevice,
  platform,
  rows,
}) => {
  const owner = await newOwner("Fay");
  const fresh = await newDevice();
  await Promise.all([signIn(page, owner), signIn(fresh, owner)]);
  await open(fresh, "/");
  await untilRemembered(fresh, owner);
  await openDashboardSettings(page);
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Saved");
  await forgetDevice(fresh);

  await platform.stopDatabase();
  await fresh.goto("/settings/dashboard");
  await expect(fresh.getByText("Your settings cannot be read right now")).toBeVisible();
  await settingSwitch(fresh, "Revenue by channel").click();
  await expect(savingLine(fresh)).toHaveText("Kept on this device, 1 waiting");
  await platform.startDatabase();
  await expect(savingLine(fresh)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false, revenueChannel: false },
  });
  await isOff(settingSwitch(fresh, "Insights"));
});

test("a form that stands on defaults, because nothing could be read, saves only what was touched", async ({
  page,
  platform,
  rows,
}) => {
  const owner = await newOwner("Gro");
  const quietHours = { enabled: true, start: "23:30", end: "05:00", urgentPasses: true };
  await change(owner, "notifications", {
    email_notifications: { leadUpdates: false },
    notification_schedule: { timezone: "Asia/Tokyo", quietHours },
  });
  await signIn(page, owner);
  await platform.failRest();
  await open(page, "/settings/notifications");
  await expect(page.getByText("Your settings cannot be read right now")).toBeVisible();
  await expect(page.getByLabel("Quiet hours: from", { exact: true })).toHaveValue("22:00");
  await page.getByLabel("Working hours: from", { exact: true }).selectOption("10:30");
  await page.keyboard.press("Control+s");
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
  await platform.mendRest();
  await expect(savingLine(page)).toHaveText("Saved");
  await expect(page.getByLabel("Quiet hours: from", { exact: true })).toHaveValue("23:30");
  const days = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
  expect(await rows.stored("notifications", owner.userId)).toEqual({
    email_notifications: { leadUpdates: false },
    notification_schedule: {
      timezone: "Asia/Tokyo",
      quietHours,
      workingHours: { start: "10:30", end: "18:00", days },
    },
  });
});
