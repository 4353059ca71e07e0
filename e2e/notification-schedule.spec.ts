import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openNotifications, storedNotificationSettings as stored } from "./harness/notification-settings";
import { newOwner } from "./harness/people";
import { bell, isOn, savingLine, settingSwitch, signIn } from "./harness/steps";

const bar = (page: Page) => page.getByRole("region", { name: "Not saved yet" });
const time = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const day = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });

test("hours are saved as a whole, and only those that were changed", async ({ page, rows }) => {
  const owner = await newOwner("Mads");
  await signIn(page, owner);
  await openNotifications(page);
  await expect(page.getByText(/^Right now: (open|off-hours|quiet), until/)).toBeVisible();
  await time(page, "Working hours: to").selectOption("17:30");
  await day(page, "Sunday").check();
  await expect(bar(page)).toContainText("Working hours changed");
  expect(await stored(rows, owner.userId)).toBeNull();
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(bar(page)).toBeHidden();
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await stored(rows, owner.userId)).toEqual({
    notification_schedule: {
      workingHours: {
        start: "09:00",
        end: "17:30",
        days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false },
      },
    },
  });
  await page.reload();
  await expect(time(page, "Working hours: to")).toHaveValue("17:30");
  await expect(day(page, "Sunday")).toBeChecked();
});

test("hours that cannot be are refused at their field, and leaving with edits asks first", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Mette");
  await signIn(page, owner);
  await openNotifications(page);
  await time(page, "Quiet hours: to").selectOption("22:00");
  await bar(page).getByRole("button", { name: "Save" }).click();
  const problem = page.getByRole("alert").filter({ hasText: "Start and end must differ." });
  await expect(problem).toBeVisible();
  await expect(time(page, "Quiet hours: to")).toBeFocused();
  await expect(page.locator("#notification_schedule-quietHours").getByRole("alert")).toHaveCount(1);

  await page.getByRole("link", { name: "Leads", exact: true }).first().click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(time(page, "Quiet hours: to")).toHaveValue("22:00");
  await page.getByRole("link", { name: "Leads", exact: true }).first().click();
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(/\/leads/);
  expect(await stored(rows, owner.userId)).toBeNull();
});

test("one press saves and leaves; hours that cannot be keep the person at their field", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Malin");
  await signIn(page, owner);
  await openNotifications(page);
  const until = time(page, "Quiet hours: to");
  const leave = async () => {
    await page.getByRole("link", { name: "Leads", exact: true }).first().click();
    await page.getByRole("button", { name: "Save and leave" }).click();
  };
  await until.selectOption("22:00");
  await leave();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/\/settings\/notifications/);
  await expect(until).toBeFocused();
  await until.selectOption("06:30");
  await leave();
  await expect(page).toHaveURL(/\/leads/);
  await expect
    .poll(() => stored(rows, owner.userId))
    .toMatchObject({ notification_schedule: { quietHours: { end: "06:30" } } });
});

test("a pause holds at once, is told in the live sentence, and can be undone", async ({ page, rows }) => {
  const owner = await newOwner("Magne");
  await signIn(page, owner);
  await openNotifications(page);
  await page.getByRole("button", { name: "Date and time…" }).click();
  await page.getByRole("dialog", { name: "Pause until" }).locator("input").fill("2037-01-05T12:00");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/^Right now: paused, until/)).toBeVisible();
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ notification_schedule: { pausedUntil: "2037-01-05T12:00:00Z" } });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Not paused")).toBeVisible();
  await expect.poll(() => stored(rows, owner.userId)).toBeNull();
});

test("a pause that is ended says so at once, in the live sentence, in its row and on the bell", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Mirka");
  await signIn(page, owner);
  await openNotifications(page);
  await page.getByRole("button", { name: "1 hour" }).click();
  await expect(bell(page)).toHaveAccessibleDescription(/^Paused until/);
  await page.getByRole("button", { name: "End the pause" }).click();
  await expect(page.getByText("No longer paused")).toBeVisible();
  await expect(page.getByText("Not paused", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Right now: (open|off-hours|quiet)/)).toBeVisible();
  await expect(bell(page)).not.toHaveAccessibleDescription(/Paused/);
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ notification_schedule: { pausedUntil: "never" } });
});

test("a switch and hours of one device show on another without a reload, and nothing is left to save there", async ({
  page,
  newDevice,
}) => {
  const owner = await newOwner("Malin");
  const other = await newDevice();
  await Promise.all([signIn(page, owner), signIn(other, owner)]);
  await Promise.all([openNotifications(page), openNotifications(other)]);
  await settingSwitch(page, "Push: Heat changes").click();
  await isOn(settingSwitch(other, "Push: Heat changes"));
  await time(page, "Working hours: from").selectOption("10:15");
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(time(other, "Working hours: from")).toHaveValue("10:15");
  await expect(bar(other)).toBeHidden();
});
