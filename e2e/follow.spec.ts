import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addLead, newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, reload, signIn } from "./harness/steps";

const button = (page: Page) => page.getByRole("button", { name: /^Notifications: / });
const heatUp = (rows: Rows, leadId: string, heat: string) =>
  rows.pool.query("update public.leads set heat = $2 where id = $1", [leadId, heat]);
/** How many leads and projects the owner mutes or follows. */
const standings = async (rows: Rows, { userId }: Owner) =>
  (await rows.pool.query("select from public.notification_subscriptions where user_id = $1", [userId]))
    .rowCount;
const keptAway = async (rows: Rows, { userId }: Owner, leadId: string) => {
  const sql =
    "select kept_away from public.notifications where user_id = $1 and lead_id = $2 order by seq desc";
  return (await rows.pool.query(sql, [userId, leadId])).rows[0]?.kept_away;
};

test("a lead muted on its page is not told, Undo tells again; a row of the inbox mutes, and the settings take it back", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Ada");
  const leadId = await addLead(rows.pool, owner.projectId, "Ben Lead");
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  await button(page).click();
  await page.getByRole("menuitemradio", { name: "Mute for good" }).click();
  await expect(button(page)).toHaveText("Notifications: muted");
  await expect(page.getByText("Muted", { exact: true })).toBeVisible();
  await heatUp(rows, leadId, "burning");
  expect(await keptAway(rows, owner, leadId)).toBe("muted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(button(page)).toHaveText("Notifications: normal");
  await expect.poll(() => standings(rows, owner)).toBe(0);
  await reload(page);
  await expect(button(page)).toHaveText("Notifications: normal");
  await rows.pool.query("delete from public.notifications where user_id = $1", [owner.userId]);
  await heatUp(rows, leadId, "hot");
  expect(await keptAway(rows, owner, leadId)).toBeNull();

  await open(page, "/notifications");
  await page.getByRole("button", { name: /^Mute or follow the lead: .*Ben Lead/ }).click();
  await page.getByRole("menuitemradio", { name: "Mute for an hour" }).click();
  await expect(page.getByText(/^Muted until /)).toBeVisible();

  await open(page, "/settings/notifications");
  const card = page.getByRole("region", { name: "Muted and followed" });
  await expect(card.getByRole("link", { name: "Ben Lead" })).toBeVisible();
  await card.getByRole("button", { name: /^Take back: .*Ben Lead/ }).click();
  await expect(card.getByText(/^You mute and follow nothing/)).toBeVisible();
  await expect.poll(() => standings(rows, owner)).toBe(0);
});
