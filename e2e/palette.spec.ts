import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addLead, newOwner } from "./harness/people";
import { hasUnread, isOn, open, settingSwitch, signIn } from "./harness/steps";

const palette = (page: Page): Locator => page.getByRole("dialog", { name: "Search and commands" });

async function ask(page: Page, query: string): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const dialog = palette(page);
  await dialog.getByRole("combobox").fill(query);
  return dialog;
}

/** Asks for it and takes the first answer. */
async function run(page: Page, query: string, answer: string | RegExp) {
  const dialog = await ask(page, query);
  await expect(dialog.getByRole("option", { selected: true })).toHaveAccessibleName(answer);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

/** The field is in sight, has the keyboard and is marked. */
async function isShown(page: Page, id: string) {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  const field = page.locator(`[id="${id}"]`);
  await expect(field).toBeInViewport();
  await expect(field.locator(":focus")).toHaveCount(1);
  await expect(field).toHaveAttribute("data-marked", "");
}

test("the palette leads to any field: from elsewhere, on its own page, in the matrix, in a form", async ({
  page,
}) => {
  const owner = await newOwner("Pal");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await run(page, "shekel", /Currency/);
  await isShown(page, "data_preferences-currency");
  await run(page, "text size", /Text size/);
  await isShown(page, "interface_settings-fontScale");
  await run(page, "sms heat changes", /Heat changes/);
  await isShown(page, "sms_notifications-heatProgressions");
  await run(page, "signature", /Signature/);
  await isShown(page, "integration_settings-email-signature");
  await expect(page.locator("[data-marked]"), "the mark does not stay").toHaveCount(0);
});

test("the search of the settings finds a field in Hebrew and in English", async ({ page }) => {
  const owner = await newOwner("Ivrit");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await run(page, "עברית", /עברית/);
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await open(page, "/settings/dashboard");
  const box = page.getByRole("combobox").first();
  await box.fill("מטבע");
  await page.keyboard.press("Enter");
  await isShown(page, "data_preferences-currency");
  await box.fill("quiet hours");
  await expect(page.getByRole("option")).not.toHaveCount(0);
  await page.keyboard.press("Enter");
  await isShown(page, "notification_schedule-quietHours");
});

test("on a phone the search leads to a field far down the page", async ({ page }) => {
  const owner = await newOwner("Phone");
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, owner);
  await open(page, "/settings/preferences");
  await page
    .getByRole("main")
    .getByRole("combobox", { name: "Search all settings" })
    .fill("e-mail lead updates");
  await page.keyboard.press("Enter");
  await isShown(page, "email_notifications-leadUpdates");
});

test("looking for a field loses nothing that is not saved yet", async ({ page }) => {
  const owner = await newOwner("Keep");
  await signIn(page, owner);
  await open(page, "/settings/integrations");
  const signature = page.getByRole("textbox", { name: "Signature" });
  await signature.fill("Best, Keep");
  await run(page, "from name", /From name/);
  await isShown(page, "integration_settings-email-from");
  await expect(signature).toHaveValue("Best, Keep");
  await run(page, "currency", /Currency/);
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(/\/settings\/integrations/);
  await expect(signature).toHaveValue("Best, Keep");
  await run(page, "currency", /Currency/);
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await isShown(page, "data_preferences-currency");
});

test("the palette does what it says, and what it did can be undone", async ({ page, rows }) => {
  const owner = await newOwner("Deed");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Deed", "warm");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await signIn(page, owner);
  await open(page, "/");
  await hasUnread(page, 1);
  await run(page, "mark all", "Mark all notifications read");
  await hasUnread(page, 0);
  await run(page, "dark", /Dark/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const paused = async () => {
    const { rows: found } = await rows.pool.query<{ until: string | null }>(
      "select notification_schedule->>'pausedUntil' as until from public.user_notification_settings where user_id = $1",
      [owner.userId],
    );
    return found[0]?.until ?? "never";
  };
  await run(page, "pause", "Pause notifications for an hour");
  await expect.poll(paused).toMatch(/^\d{4}-/);
  // An hour, to the end of the minute.
  expect(Date.parse(await paused()) - Date.now()).toBeLessThanOrEqual(3_660_000);
  const told = page.getByRole("listitem").filter({ hasText: "Pause" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect.poll(paused).toBe("never");

  await run(page, "activity", /Activity/);
  await expect(page).toHaveURL(/\/settings\/activity$/);
  await run(page, "deed's project", /Deed's project/);
  await expect(page).toHaveURL(`/dashboard/${owner.projectId}`);
});

test("a question mark lists the shortcuts that work now, but never out of a field, nor once it is switched off", async ({
  page,
}) => {
  const owner = await newOwner("Quest");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(list.getByRole("term")).toHaveText([
    "Search and commands",
    "This list",
    ...["Next and previous", "Done", "Read or unread", "Snooze", "Select"].map(
      (deed) => `On the page of notifications: ${deed}`,
    ),
    "To the last message and its Undo",
    "Close what is open",
  ]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await open(page, "/settings/preferences");
  const box = page.getByRole("combobox", { name: "Search all settings" }).first();
  await box.focus();
  await page.keyboard.press("?");
  await expect(box).toHaveValue("?");
  await expect(list).toBeHidden();
  await box.fill("");

  await settingSwitch(page, "Beta features").click();
  await isOn(settingSwitch(page, "Quick keys"));
  await settingSwitch(page, "Quick keys").click();
  await page.keyboard.press("?");
  await expect(list).toHaveCount(0);
  await run(page, "list the", "List the keyboard shortcuts");
  await expect(list.getByText("no key without Ctrl")).toBeVisible();
  await expect(list.getByRole("term")).toHaveText([
    "Search and commands",
    "To the last message and its Undo",
    "Close what is open",
  ]);
  await list.getByRole("button", { name: "Change this" }).click();
  await isShown(page, "feature_preferences-quickKeys");
});

test("two keys lead to a place only for those who switched the beta feature on", async ({ page }) => {
  const owner = await newOwner("Quick");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const goTo = async (key: string) => {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
  };
  await goTo("s");
  await run(page, "beta", /Beta features/);
  await isShown(page, "feature_preferences-betaFeatures");
  await settingSwitch(page, "Beta features").click();
  await goTo("l");
  await expect(page).toHaveURL(/\/leads\?project=/);
  await goTo("s");
  await expect(page).toHaveURL(/\/settings\/dashboard$/);
  await goTo("n");
  const bell = page.getByRole("dialog", { name: "Notifications" });
  await expect(bell).toBeVisible();
  await page.keyboard.press("Escape");
  // While it is open, keys are its own.
  await expect(bell).toBeHidden();
  await goTo("d");
  await expect(page).toHaveURL(`/dashboard/${owner.projectId}`);
});
