import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { isShown, run } from "./harness/palette";
import { isOn, open, settingSwitch, signIn } from "./harness/steps";

test("a question mark lists the shortcuts that work now, but never out of a field, nor once it is switched off", async ({
  page,
}) => {
  const owner = await newOwner("Quest");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(list.getByRole("term")).toHaveText(["Search and commands", "This list", "Close what is open"]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  // Letters that do something on one page are listed there.
  const letters = list.getByRole("term").filter({ hasNotText: /^(Search|This list|To the last|Close)/ });
  await open(page, "/notifications");
  await page.keyboard.press("?");
  await expect(letters).toHaveText(["Next and previous", "Done", "Read or unread", "Snooze", "Select"]);
  await open(page, `/leads?project=${owner.projectId}`);
  await page.keyboard.press("?");
  await expect(list).toBeVisible();
  await expect(letters).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "First of all" }).click();
  await expect(page.getByRole("heading", { name: "First of all", level: 1 })).toBeVisible();
  await page.keyboard.press("?");
  await expect(letters).toHaveText(["Next and previous lead"]);

  await open(page, "/settings/preferences");
  const box = page.getByRole("combobox", { name: "Search all settings" }).first();
  await box.focus();
  await page.keyboard.press("?");
  await expect(box).toHaveValue("?");
  await expect(list).toBeHidden();
  await box.fill("");

  await settingSwitch(page, "Beta features").click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(list.getByText("To the last message and its Undo"), "a message stands").toBeVisible();
  await page.keyboard.press("Escape");
  await isOn(settingSwitch(page, "Quick keys"));
  await settingSwitch(page, "Quick keys").click();
  await page.keyboard.press("?");
  await expect(list).toHaveCount(0);
  await run(page, "list the", "List the keyboard shortcuts");
  await expect(list.getByText("no key without Ctrl")).toBeVisible();
  await expect(list.getByRole("term").filter({ hasNotText: /^To the last/ })).toHaveText([
    "Search and commands",
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
