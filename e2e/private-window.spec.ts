import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { openDashboardSettings, isOff, savingLine, settingSwitch, signIn } from "./harness/steps";
import { muteStorage, refuseStorage } from "./harness/storage-faults";

test("where the device keeps nothing, the second tab sends its edit itself", async ({
  context,
  page,
  rows,
}) => {
  await refuseStorage(context);
  const owner = await newOwner("Paula");
  await signIn(page, owner);
  await openDashboardSettings(page);
  const second = await context.newPage();
  await openDashboardSettings(second);
  await settingSwitch(second, "Insights").click();
  await expect(savingLine(second)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
  await second.reload();
  await isOff(settingSwitch(second, "Insights"));
});

test("where the device never answers, an edit is saved all the same", async ({ context, page, rows }) => {
  await muteStorage(context);
  const owner = await newOwner("Pablo");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
});
