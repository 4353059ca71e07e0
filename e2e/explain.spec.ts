import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openNotifications } from "./harness/notification-settings";
import { addLead, newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, signIn } from "./harness/steps";

/** Tells the owner of a lead that turned burning; answers the notification's id. */
async function tell(rows: Rows, owner: Owner, name: string): Promise<string> {
  const leadId = await addLead(rows.pool, owner.projectId, name);
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  const sql =
    "select id from public.notifications where user_id = $1 and lead_id = $2 order by seq desc limit 1";
  return (await rows.pool.query<{ id: string }>(sql, [owner.userId, leadId])).rows[0]?.id ?? "";
}

test("the inbox says what happened on each channel, and why", async ({ page, rows }) => {
  const owner = await newOwner("Ada");
  const id = await tell(rows, owner, "Ben Lead");
  await rows.pool.query("delete from private.deliveries where notification_id = $1", [id]);
  await rows.pool.query("update public.notifications set routed_at = now() where id = $1", [id]);
  await rows.pool.query(
    `insert into private.deliveries (notification_id, user_id, channel, status, reason, not_before, done_at) values
      ($1, $2, 'email', 'pending', 'quiet', now() + interval '3 hours', null),
      ($1, $2, 'push', 'suppressed', 'switch', now(), now())`,
    [id, owner.userId],
  );
  await signIn(page, owner);
  await open(page, "/notifications");
  await page.getByRole("button", { name: /^Why am I getting this\?.*Ben Lead/ }).click();
  const fates = page.getByRole("region", { name: "What happened on each channel" });
  await expect(fates.getByRole("listitem")).toHaveText([
    /^In the appShown /,
    /^EmailWaits until .*Held by your quiet hours\.$/,
    /^PushNot sentIts switch is off\.$/,
  ]);
});

const channel = (page: Page, name: string) =>
  page.getByRole("region", { name: "When would this reach me?" }).locator(`li[data-channel=${name}]`);

test("what may happen is explained by the hours on the screen, and a rule leads to its very switch", async ({
  page,
}) => {
  const owner = await newOwner("Cleo");
  await signIn(page, owner);
  await openNotifications(page);
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("radio", { name: "At a moment" }).check({ force: true });
  await page.getByLabel("Date and time", { exact: true }).fill("2026-12-07T03:00");
  await expect(channel(page, "email")).toContainText("Waits until");
  // Not saved yet, and counted all the same.
  await page.getByLabel("Quiet hours: to", { exact: true }).selectOption("02:00");
  await expect(channel(page, "email")).toContainText("unless you read it first");
  await page.getByLabel("Quiet hours: to", { exact: true }).selectOption("08:00");
  await channel(page, "email").getByRole("link", { name: "Quiet hours" }).click();
  await expect(page.locator("#notification_schedule-quietHours")).toBeInViewport();
  await expect(page.getByLabel("Quiet hours: to", { exact: true })).toHaveValue("08:00");
});

test("an edit of the hours says what it would have meant for the last month", async ({ page, rows }) => {
  const owner = await newOwner("Dan");
  const id = await tell(rows, owner, "Eve Lead");
  const night =
    "update public.notifications set occurred_at = date_trunc('day', now()) - interval '21 hours', read_at = null where id = $1";
  await rows.pool.query(night, [id]);
  await signIn(page, owner);
  await openNotifications(page);
  await page.getByLabel("Quiet hours: to", { exact: true }).selectOption("02:00");
  const month = page.getByRole("region", { name: "Over the last 30 days this would have meant:" });
  await expect(month.getByRole("listitem")).toHaveText([/^Email 1 sooner$/]);
});
