import { expect, test } from "./fixtures";
import { signInEnded } from "./harness/console";
import { newEmail, newOwner, signUp } from "./harness/people";
import { readMailLink } from "./harness/mailbox";
import { askToSignIn, open, signInOnScreen, signOut, untilTakenOver } from "./harness/steps";

test("a new person signs up, names a client and a project, and stands on its dashboard", async ({
  page,
  rows,
}) => {
  const email = newEmail("ada");
  await open(page, "/");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("a-long-enough-password");
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("heading", { name: "Welcome to OvenAI" })).toBeVisible();
  await untilTakenOver(page);
  await page.getByLabel("Client").fill("Ada & Co");
  await page.getByLabel("Project").fill("Bakeries");
  await page.getByRole("button", { name: "Create and open the dashboard" }).click();

  await expect(page).toHaveURL(/\/dashboard\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("button", { name: /Bakeries.*Ada & Co/ })).toBeVisible();
  const { rows: found } = await rows.pool.query(
    `select c.name as client, p.name as project, m.role from auth.users u
     join public.project_members m on m.user_id = u.id
     join public.projects p on p.id = m.project_id join public.clients c on c.id = p.client_id
     where u.email = $1`,
    [email],
  );
  expect(found).toEqual([{ client: "Ada & Co", project: "Bakeries", role: "admin" }]);
});

test("an account without a project is led to the welcome page, however it comes in", async ({ page }) => {
  const person = await signUp("Nobody");
  await signInOnScreen(page, person);
  await expect(page).toHaveURL(/\/welcome$/);
  await page.goto("/settings/dashboard");
  await expect(page).toHaveURL(/\/welcome$/);
  // The account is theirs all the same: they may take their data along, or go.
  await page.getByRole("link", { name: "Manage your account" }).click();
  await expect(page.getByRole("button", { name: "Delete my account" })).toBeVisible();
});

test("a wrong password is refused in words, and the right one then lets in", async ({ page }) => {
  const owner = await newOwner("Wren");
  await open(page, "/sign-in");
  await page.getByLabel("Email").fill(owner.email);
  await page.getByRole("textbox", { name: "Password" }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
  await signInOnScreen(page, owner);
  await expect(page).toHaveURL(new RegExp(`/dashboard/${owner.projectId}$`));
});

test("an email address that was pasted with marks nobody sees signs in", async ({ page }) => {
  const owner = await newOwner("Marked");
  await open(page, "/sign-in");
  await askToSignIn(page, { ...owner, email: `\u200f${owner.email}\u2069` });
  await expect(page).toHaveURL(new RegExp(`/dashboard/${owner.projectId}$`));
});

test("signing in leads back to the page that asked for it", async ({ page }) => {
  const owner = await newOwner("Nia");
  await open(page, "/settings/dashboard");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(owner.email);
  await page.getByRole("textbox", { name: "Password" }).fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/dashboard/);
});

test("a forgotten password is replaced by the link of a mail, which serves once", async ({
  page,
  newDevice,
}) => {
  const owner = await newOwner("Rosa");
  await open(page, "/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
  await page.getByLabel("Email").fill(owner.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Check your email")).toBeVisible();

  const link = await readMailLink(owner.email);
  await open(page, link);
  await page.getByRole("button", { name: "Choose a new password" }).click();
  await expect(page.getByRole("textbox", { name: "New password" })).toBeVisible();
  await untilTakenOver(page);
  await page.getByRole("textbox", { name: "New password" }).fill("another-long-password");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/dashboard\//);

  const other = await newDevice();
  await open(other, link);
  await other.getByRole("button", { name: "Choose a new password" }).click();
  await expect(other.getByText("This link no longer works")).toBeVisible();
  await signInOnScreen(other, { email: owner.email, password: "another-long-password" });
});

test("whoever asks for a new password without a mail is asked for the old one", async ({ page }) => {
  const owner = await newOwner("Nomi");
  await signInOnScreen(page, owner);
  await open(page, "/reset/new");
  const save = page.getByRole("button", { name: "Save and go on" });
  await page.getByRole("textbox", { name: "New password" }).fill("another-long-password");
  await save.click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await page.getByRole("textbox", { name: "Current password" }).fill(owner.password);
  await save.click();
  await expect(page).toHaveURL(/\/dashboard\//);
});

test("a forgotten password is answered alike for an unknown address", async ({ page }) => {
  await open(page, "/reset");
  await page.getByLabel("Email").fill(newEmail("stranger"));
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Check your email")).toBeVisible();
});

test("signing out ends the sign-in: going back shows nothing", async ({ page, complaints }) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Ole");
  await signInOnScreen(page, owner);
  await signOut(page);
  await page.goto(`/dashboard/${owner.projectId}`);
  await expect(page).toHaveURL(/\/sign-in/);
});
