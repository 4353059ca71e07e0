import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { sentTo } from "./harness/sent";
import { open, reload, signIn } from "./harness/steps";

const path = "/settings/integrations";
const slack = (page: Page) => page.getByRole("region", { name: "Slack", exact: true });
const shared = (page: Page) => slack(page).getByRole("region", { name: /^For everyone in/ });

test("an admin connects Slack for everyone in a project and chooses what it is told; members see it and end nothing", async ({
  page,
  newDevice,
  rows,
}) => {
  const [owner, member] = [await newOwner("Paula"), await signUp("Mika")];
  await addMember(rows.pool, owner, member);
  const lead = await addLead(rows.pool, owner.projectId, "Lena Lead", "cold");
  const [team, hook, secret] = [...Array(3)].map(() => randomBytes(8).toString("hex"));
  const to = `T${team}/B${hook}`;
  await signIn(page, owner);
  await open(page, path);
  await slack(page).getByRole("button", { name: "Connect for a project: Slack" }).click();
  const dialog = page.getByRole("dialog", { name: "Connect Slack for everyone in a project" });
  await dialog
    .getByRole("textbox", { name: "Webhook address" })
    .fill(`${addresses.slack}/services/${to}/${secret}`);
  await page.keyboard.press("Enter");
  await expect(shared(page)).toContainText("Connected by you");
  await expect(shared(page)).toContainText("Nothing has been sent there yet.");

  // Nobody else has to be in the app for it: it happens in the project.
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [lead]);
  await expect
    .poll(async () => (await sentTo(to)).map(({ title }) => title))
    .toEqual([expect.stringContaining("Lena Lead")]);

  await shared(page).getByRole("switch", { name: "Heat changes" }).click();
  const chosen = async () =>
    (
      await rows.pool.query("select categories from private.project_apps where project_id = $1", [
        owner.projectId,
      ])
    ).rows[0]?.categories;
  await expect.poll(chosen).not.toContain("heatProgressions");
  await rows.pool.query("update public.leads set heat = 'cold' where id = $1", [lead]);
  await expect
    .poll(
      async () =>
        (
          await rows.pool.query(
            "select reason from private.project_posts where lead_id = $1 order by at desc limit 1",
            [lead],
          )
        ).rows,
    )
    .toEqual([{ reason: "notChosen" }]);
  await open(page, path);
  await expect(shared(page)).toContainText("The admins of the project did not choose it.");
  await expect(shared(page).getByRole("switch", { name: "Heat changes" })).not.toBeChecked();
  expect(await sentTo(to)).toHaveLength(1);

  const other = await newDevice();
  await signIn(other, member);
  await open(other, path);
  await expect(shared(other)).toContainText(/Connected by .Paula./);
  await expect(shared(other)).toContainText("Only admins of the project change or end this.");
  await expect(shared(other).getByRole("button")).toHaveCount(0);
  await expect(shared(other).getByRole("switch")).toHaveCount(0);

  await shared(page)
    .getByRole("button", { name: /^Disconnect/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  // Behind an open dialog nothing can be found by its role.
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(shared(page)).toHaveCount(0);
  await reload(other);
  await expect(slack(other)).toBeVisible();
  await expect(shared(other)).toHaveCount(0);
});
