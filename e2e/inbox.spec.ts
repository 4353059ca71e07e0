import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addLead, newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { hasUnread, open, openBell, signIn } from "./harness/steps";

/** Tells the owner of each lead's heat, so that there is a notification for each, the last one newest. */
async function tellOf(rows: Rows, owner: Owner, ...names: string[]) {
  for (const name of names) {
    const leadId = await addLead(rows.pool, owner.projectId, name);
    await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  }
}
const inbox = (page: Page) => page.getByRole("region", { name: /^(Unread|All|Snoozed|Done), / });
const row = (page: Page, name: string) => inbox(page).getByRole("listitem").filter({ hasText: name });
const deed = (page: Page, what: string, name: string) =>
  row(page, name).getByRole("button", { name: new RegExp(`^${what}.*${name}`) });
const view = (page: Page, name: string) =>
  page.getByRole("radio", { name, exact: true }).click({ force: true });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();
const state = async (rows: Rows, { userId }: Owner, name: string) => {
  const sql = `select read, archived_at is not null as done, snoozed_until > now() as asleep
    from public.notifications where user_id = $1 and title like $2`;
  return (await rows.pool.query(sql, [userId, `%${name}%`])).rows[0];
};

/** Signs in; what the account is told of that is another test's. */
async function signInUntold(rows: Rows, page: Page, owner: Owner) {
  await signIn(page, owner);
  await rows.pool.query("delete from public.notifications where user_id = $1 and category = 'security'", [
    owner.userId,
  ]);
}

test("what is done leaves the list, is kept under Done, and Undo brings it back unread; all over a reload", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Ada");
  await tellOf(rows, owner, "Ben Lead", "Cleo Lead");
  await signInUntold(rows, page, owner);
  await open(page, "/notifications");
  await expect(inbox(page).getByRole("listitem")).toHaveCount(2);
  await deed(page, "Done", "Cleo Lead").click();
  await expect(row(page, "Cleo Lead")).toHaveCount(0);
  await hasUnread(page, 1);
  await expect.poll(() => state(rows, owner, "Cleo")).toMatchObject({ read: true, done: true });
  await open(page, "/notifications?view=done");
  await expect(row(page, "Cleo Lead")).toBeVisible();
  await deed(page, "Not done", "Cleo Lead").click();
  await expect(row(page, "Cleo Lead")).toHaveCount(0);
  await undo(page);
  await expect(row(page, "Cleo Lead")).toBeVisible();

  await view(page, "Unread");
  await deed(page, "Done", "Ben Lead").click();
  await hasUnread(page, 0);
  await expect(page.getByText("All read")).toBeVisible();
  await undo(page);
  await hasUnread(page, 1);
  await expect(row(page, "Ben Lead")).toBeVisible();
  await expect.poll(() => state(rows, owner, "Ben")).toMatchObject({ read: false, done: false });
  await page.reload();
  await expect(row(page, "Ben Lead")).toBeVisible();
  await hasUnread(page, 1);
});

test("what is snoozed is gone until its time, and comes back unread and at the top", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Dov");
  await tellOf(rows, owner, "Eli Lead", "Fay Lead");
  await signInUntold(rows, page, owner);
  await open(page, "/notifications");
  await deed(page, "Snooze", "Eli Lead").click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(row(page, "Eli Lead")).toHaveCount(0);
  await hasUnread(page, 1);
  await expect.poll(() => state(rows, owner, "Eli")).toMatchObject({ asleep: true });
  await view(page, "Snoozed");
  await expect(row(page, "Eli Lead")).toContainText("Snoozed until");
  await rows.pool.query(
    "update public.notifications set snoozed_until = now() + interval '3 seconds' where user_id = $1 and snoozed_until is not null",
    [owner.userId],
  );
  await view(page, "Unread");
  await hasUnread(page, 2);
  await expect(inbox(page).getByRole("listitem").first()).toContainText("Eli Lead");
  await expect(row(page, "Eli Lead")).toContainText("Came back at");
});

test("other tabs and devices, and the bell, show the same at once", async ({
  page,
  context,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Gil");
  await tellOf(rows, owner, "Hana Lead", "Ido Lead");
  const [second, device] = [await context.newPage(), await newDevice()];
  await Promise.all([signInUntold(rows, page, owner), signInUntold(rows, device, owner)]);
  await open(page, "/notifications");
  await open(second, "/notifications?view=all");
  await open(device, "/notifications");
  await deed(page, "Done", "Hana Lead").click();
  for (const each of [page, second, device]) {
    await hasUnread(each, 1);
    await expect(row(each, "Hana Lead")).toHaveCount(0);
  }
  const panel = await openBell(device);
  await panel.getByRole("button", { name: "Mark all read" }).click();
  for (const each of [page, second, device]) await hasUnread(each, 0);
  await expect(row(page, "Ido Lead")).toHaveCount(0);
  await tellOf(rows, owner, "Jon Lead");
  for (const each of [page, second, device]) await expect(row(each, "Jon Lead")).toBeVisible();
});

test("the keys go through the list, and do nothing while one types", async ({ page, rows }) => {
  const owner = await newOwner("Kim");
  await tellOf(rows, owner, "Lea Lead", "Max Lead", "Noa Lead");
  await signInUntold(rows, page, owner);
  await open(page, "/notifications?view=all");
  await page.keyboard.press("j");
  await expect(row(page, "Noa Lead")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("u");
  await expect.poll(() => state(rows, owner, "Max")).toMatchObject({ read: true });
  await expect(row(page, "Max Lead")).toBeFocused();
  await page.keyboard.press("e");
  await expect(row(page, "Max Lead")).toHaveCount(0);
  await expect(row(page, "Lea Lead")).toBeFocused();
  await page.keyboard.press("k");
  await expect(row(page, "Noa Lead")).toBeFocused();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: /^In an hour/ }).press("Enter");
  await expect(row(page, "Noa Lead")).toHaveCount(0);
  await expect(row(page, "Lea Lead")).toBeFocused();
  const box = page.getByRole("searchbox", { name: "Search" });
  await box.fill("");
  await box.press("e");
  await expect(page).toHaveURL(/q=e$/);
  await expect(row(page, "Lea Lead")).toBeVisible();
  expect(await state(rows, owner, "Lea")).toMatchObject({ done: false });
});

test("many are done at once, and brought back at once", async ({ page, rows }) => {
  const owner = await newOwner("Oz");
  await tellOf(rows, owner, "Pia Lead", "Rut Lead");
  await signInUntold(rows, page, owner);
  await open(page, "/notifications");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page
    .getByRole("group", { name: "Selected notifications" })
    .getByRole("button", { name: "Done" })
    .click();
  await hasUnread(page, 0);
  await undo(page);
  await hasUnread(page, 2);
  await expect(inbox(page).getByRole("listitem")).toHaveCount(2);
});

test("view and filters live in the address, and a link leads to one, to its switch, or says that it is gone", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Sam");
  await tellOf(rows, owner, "Tal Lead", "Uri Lead");
  await signInUntold(rows, page, owner);
  await open(page, "/notifications?q=tal");
  await expect(inbox(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "All: Meeting reminders" });
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(inbox(page).getByRole("listitem")).toHaveCount(2);
  await expect(page).toHaveURL(/\/notifications$/);

  const sql =
    "update public.notifications set archived_at = now(), read_at = now() where user_id = $1 and title like 'Tal%' returning id";
  const { rows: made } = await rows.pool.query<{ id: string }>(sql, [owner.userId]);
  await open(page, `/notifications?open=${made[0]?.id}`);
  await expect(row(page, "Tal Lead")).toBeFocused();
  await deed(page, "Why am I", "Uri Lead").click();
  const why = page.getByRole("dialog", { name: "Why am I getting this?" });
  await expect(why).toContainText("Heat changes");
  await why.getByRole("link", { name: "Change this switch" }).click();
  await expect(page).toHaveURL(/\/settings\/notifications#in_app_notifications-heatProgressions$/);
  await expect(
    page.getByRole("switch", { name: /Heat changes.*In the app|In the app.*Heat changes/ }),
  ).toBeFocused();
  await open(page, "/notifications?open=00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("That notification is no longer here")).toBeVisible();
});
