import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { openNotifications, storedNotificationSettings as stored } from "./harness/notification-settings";
import { newOwner } from "./harness/people";
import { isOn, settingSwitch, signIn } from "./harness/steps";

const choice = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const fold = (page: Page, channel: string) =>
  page.getByRole("button", { name: `By category, quiet hours: ${channel}` });

test("what a channel may do is set in its card, and the screen and the row hold it after a reload", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Minna");
  await signIn(page, owner);
  await openNotifications(page);
  await settingSwitch(page, "Push: Hide content on a lock screen").click();
  await choice(page, "SMS: If you miss a push").selectOption("10");
  await fold(page, "Email").click();
  await choice(page, "Email: Lead updates: how often").selectOption("weekly");
  await expect(page.getByText(/^Next: /)).toBeVisible();
  await choice(page, "Email: Own quiet hours").selectOption("own");
  await choice(page, "Email: Own quiet hours: from").selectOption("20:00");
  await choice(page, "Email: Own quiet hours: to").selectOption("20:00");
  await expect(page.getByText("Not saved yet. Start and end must differ.")).toBeVisible();
  await choice(page, "Email: Own quiet hours: to").selectOption("07:00");
  const wanted = {
    push_notifications: { hideContent: true },
    sms_notifications: { escalation: "10" },
    email_notifications: {
      categoryFrequency: { leadUpdates: "weekly" },
      quietHours: { mode: "own", start: "20:00", end: "07:00", urgentPasses: false },
    },
  };
  await expect.poll(() => stored(rows, owner.userId)).toEqual(wanted);

  await page.reload();
  await isOn(settingSwitch(page, "Push: Hide content on a lock screen"));
  await expect(choice(page, "SMS: If you miss a push")).toHaveValue("10");
  await expect(page.getByText(/^1 category differs · Quiet /)).toBeVisible();
  await fold(page, "Email").click();
  await expect(choice(page, "Email: Lead updates: how often")).toHaveValue("weekly");
  await expect(choice(page, "Email: Own quiet hours")).toHaveValue("own");
  await expect(choice(page, "Email: Own quiet hours: from")).toHaveValue("20:00");
  expect(await violations(page)).toEqual([]);
  expect(await stored(rows, owner.userId)).toEqual(wanted);
});

test("digests and the limit are saved with the hours, and the form says when the next digests go out", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Milla");
  await signIn(page, owner);
  await openNotifications(page);
  await expect(page.getByText(/^Next daily one: .* Next weekly one: /)).toBeVisible();
  await choice(page, "Digests: time").selectOption("17:30");
  await choice(page, "Digests: weekday").selectOption("wed");
  await page.getByRole("combobox", { name: "At most per hour" }).selectOption("3");
  expect(await stored(rows, owner.userId), "nothing before it is saved").toBeNull();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const wanted = {
    notification_schedule: { digest: { time: "17:30", day: "wed" }, interruptionsPerHour: "3" },
  };
  await expect.poll(() => stored(rows, owner.userId)).toEqual(wanted);
  await page.reload();
  await expect(choice(page, "Digests: time")).toHaveValue("17:30");
  await expect(choice(page, "Digests: weekday")).toHaveValue("wed");
  await expect(page.getByRole("combobox", { name: "At most per hour" })).toHaveValue("3");
});

test("a link to what is folded unfolds it and gives the keyboard to the field", async ({ page }) => {
  const owner = await newOwner("Merja");
  await signIn(page, owner);
  await openNotifications(page, "#whatsapp_notifications-categoryFrequency-meetingReminders");
  await expect(choice(page, "WhatsApp: Meeting reminders: how often")).toBeFocused();
  await expect(fold(page, "WhatsApp")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Shift+Tab");
  await fold(page, "WhatsApp").press("Enter");
  await expect(choice(page, "WhatsApp: Meeting reminders: how often")).toHaveCount(0);
});
