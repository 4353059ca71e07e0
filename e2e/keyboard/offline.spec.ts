import { expect, test } from "../fixtures";
import { noNetwork } from "../harness/console";
import { type Deed, doAll, keysOf } from "../harness/keys";
import { walk } from "../harness/keyboard";
import { readyForOffline } from "../harness/offline";
import { connect, newOwner } from "../harness/people";
import { isOff, isOn, open, savingLine, settingSwitch, signIn } from "../harness/steps";

const waiting =
  (count: number): Deed["proof"] =>
  ({ page }) =>
    expect(savingLine(page)).toHaveText(`Kept on this device, ${count} waiting`);

const deeds: Deed[] = [
  {
    what: "a link leads from what cannot be shown to what can",
    async keys({ tabTo, press }) {
      await tabTo("button", /^Account: /);
      await tabTo("link", "Settings: Dashboard");
      await press("Enter");
    },
    proof: ({ page }) => expect(settingSwitch(page, "Insights")).toBeVisible(),
  },
  {
    what: "a setting is edited",
    async keys({ tabTo, press }) {
      await tabTo("switch", "Insights");
      await press("Space");
    },
    proof: waiting(1),
  },
  {
    what: "another page of the settings is opened",
    async keys({ backTo, press }) {
      await backTo("link", "Integrations");
      await press("Enter");
    },
    proof: ({ page }) => isOff(settingSwitch(page, "Use WhatsApp")),
  },
  {
    what: "its form is saved by the bar",
    async keys({ tabTo, press }) {
      await tabTo("switch", "Use WhatsApp");
      await press("Space");
      await tabTo("button", "Save");
      await press("Enter");
    },
    proof: waiting(2),
  },
];

test("without a network the settings are reached, edited and left without a mouse", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Kadri");
  await connect(rows.pool, owner, ["whatsapp"]);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await readyForOffline(page, owner);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page needs the network" })).toBeVisible();
  await walk(page);
  await doAll(deeds, { page, rows, owner });
  await context.setOffline(false);
  await expect(savingLine(page)).toHaveText("Saved");
  const { backTo, press } = keysOf(page);
  await backTo("button", "Open the page as usual");
  await press("Enter");
  await expect(page.getByRole("button", { name: "Open the page as usual" })).toBeHidden();
  await isOn(settingSwitch(page, "Use WhatsApp"));
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
});
