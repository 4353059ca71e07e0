import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { signInEnded } from "./harness/console";
import { readMailLink } from "./harness/mailbox";
import { addMember, newEmail, newOwner, signUp } from "./harness/people";
import { prefer } from "./harness/preferences";
import { askToSignIn, open, signIn, signInOnScreen } from "./harness/steps";

const openAccount = async (page: Page) => {
  await open(page, "/settings/account");
  await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
};
const dialog = (page: Page) => page.getByRole("dialog");
const present = (page: Page) => dialog(page).getByRole("textbox", { name: "Current password" });
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a name is changed, and everything that names the person follows", async ({ page, rows }) => {
  const owner = await newOwner("Before");
  await signIn(page, owner);
  await openAccount(page);
  await page.getByRole("textbox", { name: "Name" }).fill("  After All ");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Account: After All" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("After All");
  const { rows: found } = await rows.pool.query(
    "select raw_user_meta_data ->> 'name' as name from auth.users where id = $1",
    [owner.userId],
  );
  expect(found).toEqual([{ name: "After All" }]);
});

test("a new password takes the old one, and signs out the other device and not this one", async ({
  page,
  newDevice,
  complaints,
}) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Petra");
  const other = await newDevice();
  await signIn(other, owner);
  await open(other, "/settings/preferences");
  await signIn(page, owner);
  await openAccount(page);
  await page.getByRole("button", { name: "Change password" }).click();
  await present(page).fill("not-the-password");
  await dialog(page).getByRole("textbox", { name: "New password" }).fill("quite-another-password");
  await dialog(page).getByRole("button", { name: "Change password" }).click();
  await expect(dialog(page).getByText("This is not your password.")).toBeVisible();
  await expect(present(page)).toBeFocused();
  await present(page).fill(owner.password);
  await dialog(page).getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed. Every other device is signed out.")).toBeVisible();
  await expect(dialog(page)).toBeHidden();

  await page.reload();
  await expect(page.getByText("You are signed in nowhere else.")).toBeVisible();
  await other.goto("/settings/preferences");
  await expect(other).toHaveURL(/\/sign-in/);
  await askToSignIn(other, { email: owner.email, password: "quite-another-password" });
  // It leads back to where the person was.
  await expect(other).toHaveURL(/\/settings\/preferences$/);
});

test("devices are listed with this one marked, and are signed out one by one or all", async ({
  page,
  newDevice,
  complaints,
  rows,
}) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Dov");
  const devices = [await newDevice(), await newDevice()];
  for (const device of devices) await signInOnScreen(device, owner);
  await signInOnScreen(page, owner);
  await openAccount(page);
  const list = card(page, "Signed-in devices").getByRole("listitem");
  // That of the harness, which made the account, is one of them.
  await expect(list).toHaveCount(4);
  await expect(list.first()).toContainText(/ on .*This device.*Active now/);
  await expect(list.first().getByRole("button")).toHaveCount(0);
  await list
    .nth(1)
    .getByRole("button", { name: /^Sign out: .*Signed in on / })
    .click();
  await expect(page.getByText("One device is signed out.")).toBeVisible();
  await expect(list).toHaveCount(3);
  await page.getByRole("button", { name: "Sign out all others" }).click();
  await expect(list).toHaveCount(1);
  const { rows: left } = await rows.pool.query("select id from auth.sessions where user_id = $1", [
    owner.userId,
  ]);
  expect(left).toHaveLength(1);
  for (const device of devices) {
    await device.goto("/settings/preferences");
    await expect(device).toHaveURL(/\/sign-in\?refused/);
  }
});

test("an address changes once the mails to both addresses are confirmed, and not before", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Emil");
  const next = newEmail("emil-new");
  await signIn(page, owner);
  await openAccount(page);
  await page.getByRole("button", { name: "Change your email address" }).click();
  await dialog(page).getByRole("textbox", { name: "New address" }).fill(next);
  await present(page).fill(owner.password);
  await dialog(page).getByRole("button", { name: "Send the links" }).click();
  await expect(page.getByText(`Waiting for ${next}`)).toBeVisible();
  const emailNow = async () => {
    const { rows: found } = await rows.pool.query("select email from auth.users where id = $1", [
      owner.userId,
    ]);
    return found[0]?.email;
  };
  await open(page, await readMailLink(next));
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("Confirmed. One more email is waiting")).toBeVisible();
  expect(await emailNow()).toBe(owner.email);
  await open(page, await readMailLink(owner.email));
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page).toHaveURL(/\/settings\/account$/);
  await expect(page.getByText(next)).toBeVisible();
  expect(await emailNow()).toBe(next);
});

test("one's own data is a file with everything and without secrets", async ({ page }) => {
  const owner = await newOwner("Dalia");
  await signIn(page, owner);
  await openAccount(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ovenai-my-data-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  const data: unknown = JSON.parse(text);
  expect(data).toMatchObject({
    account: [{ email: owner.email, profile: { name: "Dalia" } }],
    projects: [{ id: owner.projectId, role: "admin" }],
  });
  // A notification may speak of a password; no name of a value does.
  expect(text).not.toMatch(/"[^"\n]*(password|token)[^"\n]*"\s*:/i);
});

test("an account is deleted after its address and its password, and its owner says who follows", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Gone");
  const heir = await signUp("Heidi");
  await addMember(rows.pool, owner, heir);
  await signInOnScreen(page, owner);
  await openAccount(page);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(dialog(page).getByText("Heidi will lead Gone & Co.")).toBeVisible();
  const remove = () => dialog(page).getByRole("button", { name: "Delete for good" }).click();
  const typed = dialog(page).getByRole("textbox", { name: /^Type / });
  await typed.fill(heir.email);
  await present(page).fill(owner.password);
  await remove();
  await expect(dialog(page).getByText("This is not the address of this account.")).toBeVisible();
  await typed.fill(owner.email);
  await remove();
  await expect(page).toHaveURL(/\/sign-in\?deleted$/);
  await expect(page.getByText("Your account is deleted")).toBeVisible();
  const { rows: left } = await rows.pool.query(
    `select (select count(*)::integer from auth.users where id = $1) as accounts,
       (select role from public.client_members where client_id = $2 and user_id = $3) as heir`,
    [owner.userId, owner.clientId, heir.userId],
  );
  expect(left).toEqual([{ accounts: 0, heir: "owner" }]);
});

test("axe finds nothing in Hebrew, dark, with the question before deleting open, and nothing of it is lost on a phone", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Daria");
  await prefer(rows, owner, { interface_settings: { theme: "dark", language: "he" } });
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, owner);
  await open(page, "/settings/account");
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await page.getByRole("button", { name: "מחיקת החשבון שלי" }).click();
  await expect(dialog(page)).toContainText("גם Daria & Co יימחק");
  expect(await violations(page)).toEqual([]);
  const box = await dialog(page).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
});
