import { expect, test } from "./fixtures";
import { change } from "../harness/changes";
import { noServer } from "../harness/console";
import { forgetDevice, untilRemembered } from "../harness/device";
import { newOwner } from "../harness/people";
import { open, openDashboardSettings, savingLine, settingSwitch, signIn } from "../harness/steps";

test.beforeEach(({ complaints }) => complaints.expect(noServer));

test("every page of settings, and the dashboard, says since when it shows what the device knows", async ({
  page,
  platform,
}) => {
  const owner = await newOwner("Mika");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await untilRemembered(page, owner);
  await platform.failRest();
  await page.clock.setSystemTime(Date.now() + 7 * 60_000);
  const settings = ["dashboard", "notifications", "preferences", "integrations"];
  for (const path of [...settings.map((name) => `/settings/${name}`), `/dashboard/${owner.projectId}`]) {
    await test.step(path, async () => {
      await open(page, path);
      await expect(page.getByText("The server cannot be reached")).toBeVisible();
      await expect(page.getByText(/as this device last knew them, [78] minutes ago/)).toBeVisible();
    });
  }
});

test("a form saved over what everyone starts with stores what was touched and leaves the rest as it was", async ({
  page,
  platform,
  rows,
}) => {
  const owner = await newOwner("Nili");
  const before = { calendly: { enabled: true }, email: { signature: "Nili" } };
  await change(owner, "preferences", { integration_settings: before });
  await signIn(page, owner);
  await open(page, "/");
  await untilRemembered(page, owner);
  await forgetDevice(page);
  await platform.failRest();
  await open(page, "/settings/integrations");
  await expect(page.getByText("Your settings cannot be read right now")).toBeVisible();
  await expect(settingSwitch(page, "Use Calendly")).toHaveAttribute("aria-checked", "false");
  await page.getByRole("textbox", { name: "Default meeting type", exact: true }).fill("BANT_qualification");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
  await platform.mendRest();
  await expect(savingLine(page)).toHaveText("Saved");
  const { rows: stored } = await rows.pool.query(
    "select integration_settings from public.user_app_preferences where user_id = $1",
    [owner.userId],
  );
  const calendly = { enabled: true, defaultMeetingType: "BANT_qualification" };
  expect(stored).toEqual([{ integration_settings: { ...before, calendly } }]);
});
