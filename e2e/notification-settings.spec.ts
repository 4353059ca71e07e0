import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openNotifications, storedNotificationSettings as stored } from "./harness/notification-settings";
import { newOwner } from "./harness/people";
import { isOff, isOn, open, savingLine, settingSwitch, signIn } from "./harness/steps";

const choice = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

async function tabTo(page: Page, control: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(control).toBeFocused();
}

test("a switch of the matrix holds after a reload, and the row holds that one value", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Maren");
  await signIn(page, owner);
  await openNotifications(page);
  await isOn(settingSwitch(page, "Email: Lead updates"));
  await settingSwitch(page, "Email: Lead updates").click();
  await settingSwitch(page, "SMS: Meeting reminders").click();
  await expect(savingLine(page)).toHaveText("Saved");
  const wanted = {
    email_notifications: { leadUpdates: false },
    sms_notifications: { meetingReminders: true },
  };
  expect(await stored(rows, owner.userId)).toEqual(wanted);

  await page.reload();
  await isOff(settingSwitch(page, "Email: Lead updates"));
  await isOn(settingSwitch(page, "SMS: Meeting reminders"));
  expect(await stored(rows, owner.userId)).toEqual(wanted);
  await page.getByRole("button", { name: "Email: Lead updates: back to On, default" }).click();
  await isOn(settingSwitch(page, "Email: Lead updates"));
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ sms_notifications: { meetingReminders: true } });
});

test("a whole row and a whole channel are switched at once, and undone at once", async ({ page, rows }) => {
  const owner = await newOwner("Mikko");
  await signIn(page, owner);
  await openNotifications(page);
  const row = page.getByLabel("All: Lead updates", { exact: true });
  // What reaches the person is on; the other channels are not counted.
  await expect(row).toHaveAttribute("aria-checked", "true");
  await row.click();
  await expect(row).toHaveAttribute("aria-checked", "false");
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({
      in_app_notifications: { leadUpdates: false },
      email_notifications: { leadUpdates: false },
      apps_notifications: { leadUpdates: false },
    });
  await undo(page).click();
  await expect(row).toHaveAttribute("aria-checked", "true");
  await expect.poll(() => stored(rows, owner.userId)).toBeNull();

  await page.getByLabel("All: Email", { exact: true }).click();
  await isOff(settingSwitch(page, "Email: Calendly bookings"));
  await expect(page.getByLabel("All: Email", { exact: true })).toHaveAttribute("aria-checked", "false");
  await expect(page.getByLabel("All categories on all channels")).toHaveAttribute("aria-checked", "mixed");
});

test("a channel that reaches nobody says so and leads to where it is set up", async ({ page }) => {
  const owner = await newOwner("Mona");
  await signIn(page, owner);
  await openNotifications(page);
  await expect(page.getByText(`Goes to ${owner.email}.`)).toBeVisible();
  await expect(page.getByText(/^Push, SMS, WhatsApp, and Apps reach nobody yet/)).toBeVisible();
  await choice(page, "Email: How often").selectOption("daily");
  await choice(page, "Email: Minimum heat").selectOption("hot");
  await expect(savingLine(page)).toHaveText("Saved");
  await page.reload();
  await expect(choice(page, "Email: How often")).toHaveValue("daily");
  await expect(choice(page, "Email: Minimum heat")).toHaveValue("hot");
  await expect(page.getByText(/^Next: /)).toBeVisible();
  for (const channel of ["Push", "SMS", "WhatsApp"]) {
    await page
      .getByRole("link", { name: `Set up ${channel} under Destinations` })
      .first()
      .click();
    await expect(page).toHaveURL(`/settings/destinations#${channel.toLowerCase()}`);
    const card = page.getByRole("region", { name: channel });
    await expect(card.getByRole("button").first()).toBeVisible();
    await expect(card).toBeInViewport();
    await page.goBack();
  }
});

test("the matrix obeys the keyboard alone, there and back", async ({ page, rows }) => {
  const owner = await newOwner("Marit");
  await signIn(page, owner);
  await openNotifications(page);
  const cell = settingSwitch(page, "In the app: Lead updates");
  await tabTo(page, cell);
  await page.keyboard.press("Space");
  await isOff(cell);
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ in_app_notifications: { leadUpdates: false } });
  await page.keyboard.press("Shift+Tab");
  await expect(
    page.getByRole("button", { name: "In the app: Lead updates: back to On, default" }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await isOn(cell);
  await expect(cell).toBeFocused();
  await expect.poll(() => stored(rows, owner.userId)).toBeNull();
});

test("the sentence at the top says what saves at once and what by a button", async ({ page }) => {
  await signIn(page, await newOwner("Mikaela"));
  await openNotifications(page);
  await expect(
    page.getByText(
      "Switches and lists apply at once, on every device; “Your hours” apply when you save them.",
    ),
  ).toBeVisible();
});

test("arrow keys walk the matrix, in the direction of the page", async ({ page }) => {
  const owner = await newOwner("Merle");
  await signIn(page, owner);
  await openNotifications(page);
  await tabTo(page, settingSwitch(page, "In the app: Lead updates"));
  await page.keyboard.press("ArrowRight");
  await expect(settingSwitch(page, "Email: Lead updates")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(settingSwitch(page, "Email: Meeting reminders")).toBeFocused();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await page.keyboard.press("ArrowRight");
  await expect(settingSwitch(page, "In the app: Meeting reminders")).toBeFocused();
});

test("on a phone each category is a card of labelled switches, and nothing is wider than the screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const owner = await newOwner("Mio");
  await signIn(page, owner);
  await open(page, "/settings/notifications");
  const card = page.locator("tr").filter({ hasText: "Lead updates" });
  const fold = card.getByRole("button", { name: /^Lead updates/ });
  await expect(fold, "a closed card sums up what is on").toHaveAccessibleName(
    "Lead updates In the app, Email",
  );
  await expect(settingSwitch(page, "Email: Lead updates")).toBeHidden();
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  for (const channel of ["In the app", "Email", "Push", "SMS", "WhatsApp"]) {
    await expect(card.getByText(channel, { exact: true })).toBeVisible();
  }
  const boxes = await Promise.all(
    ["In the app: Lead updates", "Email: Lead updates"].map((name) =>
      settingSwitch(page, name).boundingBox(),
    ),
  );
  expect(boxes[1]?.y).toBeGreaterThan((boxes[0]?.y ?? 0) + 24);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
