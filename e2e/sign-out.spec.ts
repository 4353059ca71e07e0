import { expect, test } from "./fixtures";
import { noNetwork, signInEnded } from "./harness/console";
import { editOffline } from "./harness/offline";
import { newOwner } from "./harness/people";
import { deviceKeys } from "./harness/device";
import {
  openAccountMenu,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signInOnScreen,
  signOut,
} from "./harness/steps";

test("signing out sends what waits and clears the device", async ({ page, context, rows, complaints }) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Gail");
  await signInOnScreen(page, owner);
  await openDashboardSettings(page);
  await settingSwitch(page, "Insights").click();
  await signOut(page);
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });

  const left = await deviceKeys(page);
  expect(left.filter((key) => key.includes(owner.userId))).toEqual([]);
  expect((await context.cookies()).filter(({ name }) => name.includes("-auth"))).toEqual([]);
});

test("signing out with edits that cannot be sent asks first, and keeps them if one stays", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Hope");
  await signInOnScreen(page, owner);
  await editOffline(page);
  await openAccountMenu(page);
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  const question = page.getByRole("dialog", { name: "Some changes are not saved yet" });
  await question.getByRole("button", { name: "Stay signed in" }).click();
  await expect(question).toBeHidden();
  await context.setOffline(false);
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
});
