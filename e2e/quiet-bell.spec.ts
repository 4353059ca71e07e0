import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addLead, newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { bell, hasUnread, open, openBell, signIn } from "./harness/steps";

/** Signs in; what the account is told of that is another test's. */
async function signInUntold(rows: Rows, page: Page, owner: Owner) {
  await signIn(page, owner);
  await rows.pool.query("delete from public.notifications where user_id = $1 and category = 'security'", [
    owner.userId,
  ]);
}

test("in a pause the bell has a crescent and no message comes; the bell leads to the page", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Vera");
  await signInUntold(rows, page, owner);
  await open(page, "/");
  const panel = await openBell(page);
  await panel.getByRole("button", { name: "Pause for an hour" }).click();
  await expect(panel.getByText(/^Paused until/)).toBeVisible();
  await expect(bell(page)).toHaveAccessibleDescription(/^Paused until/);
  await expect(panel.getByRole("button", { name: "Only unread" })).toBeVisible();
  await expect(panel.getByRole("link", { name: "Notification settings" })).toHaveAttribute(
    "href",
    "/settings/notifications",
  );
  const leadId = await addLead(rows.pool, owner.projectId, "Wim Lead");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await hasUnread(page, 1);
  await expect(page.getByRole("button", { name: "Open", exact: true })).toHaveCount(0);
  await panel.getByRole("link", { name: "See all notifications" }).click();
  await expect(page).toHaveURL(/\/notifications$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Wim Lead" })).toBeVisible();
});
