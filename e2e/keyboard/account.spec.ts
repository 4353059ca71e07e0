import { expect, test } from "../fixtures";
import { signInEnded } from "../harness/console";
import { isNotLost } from "../harness/keyboard";
import { keysOf } from "../harness/keys";
import { readMailLink } from "../harness/mailbox";
import { newEmail, newOwner, password } from "../harness/people";
import { open, signIn, untilTakenOver } from "../harness/steps";

const newPassword = "another-long-password";
test("one signs up, names a project, and comes to its dashboard without a mouse", async ({ page }) => {
  const { tabTo, type, press } = keysOf(page);
  await open(page, "/sign-in");
  await tabTo("link", "Create an account");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await tabTo("textbox", "Your name");
  await type("Kira");
  await tabTo("textbox", "Email");
  await type(newEmail("kira"));
  await tabTo("textbox", "Password");
  await type(password);
  await tabTo("button", "Show the password");
  await press("Space");
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("type", "text");
  await tabTo("button", "Create account");
  await press("Enter");

  await expect(page.getByRole("heading", { name: "Welcome to OvenAI" })).toBeVisible();
  await untilTakenOver(page);
  await tabTo("textbox", "Client");
  await type("Kira & Co");
  await tabTo("textbox", "Project");
  await type("Kilns");
  await press("Enter");
  await expect(page).toHaveURL(/\/dashboard\//);
  await expect(page.getByRole("button", { name: /Kilns.*Kira & Co/ })).toBeVisible();
});

test("a forgotten password is replaced, and the new one lets in, without a mouse", async ({
  page,
  newDevice,
}) => {
  const owner = await newOwner("Kathy");
  const { tabTo, type, press } = keysOf(page);
  await open(page, "/sign-in");
  await tabTo("link", "Forgot password?");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
  await tabTo("textbox", "Email");
  await type(owner.email);
  await press("Enter");
  await expect(page.getByText("Check your email")).toBeVisible();
  await open(page, await readMailLink(owner.email));
  await tabTo("button", "Choose a new password");
  await press("Enter");
  await expect(page.getByRole("textbox", { name: "New password" })).toBeVisible();
  await untilTakenOver(page);
  await tabTo("textbox", "New password");
  await type(newPassword);
  await tabTo("button", "Save and go on");
  await press("Space");
  await expect(page).toHaveURL(/\/dashboard\//);

  const other = await newDevice();
  const keys = keysOf(other);
  await open(other, "/sign-in");
  await keys.tabTo("textbox", "Email");
  await keys.type(owner.email);
  await keys.tabTo("textbox", "Password");
  await keys.type(newPassword);
  await keys.press("Enter");
  await expect(other).toHaveURL(/\/dashboard\//);
});

test("whoever is not signed in chooses language and theme without a mouse", async ({ page }) => {
  const { tabTo, arrowTo, press } = keysOf(page);
  await open(page, "/sign-in");
  await tabTo("button", "Match device");
  await press("Enter");
  await arrowTo("menuitemradio", "Dark");
  // It stays open, so that one can compare.
  await press("Enter", "Escape");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await tabTo("button", "עברית");
  await press("Space");
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await expect(page.getByRole("button", { name: "עברית" })).toBeFocused();
});

test("a password is changed and another device signed out without a mouse", async ({
  page,
  newDevice,
  complaints,
}) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Keren");
  await signIn(await newDevice(), owner);
  await signIn(page, owner);
  const { tabTo, landsOn, type, press } = keysOf(page);
  await open(page, "/settings/account");
  await tabTo("button", /^Sign out: /);
  await press("Enter");
  await expect(page.getByText("One device is signed out.")).toBeVisible();
  await isNotLost(page);
  await tabTo("button", "Change password");
  await press("Space");
  await landsOn("textbox", "Current password");
  await type(owner.password);
  await tabTo("textbox", "New password");
  await type(newPassword);
  await press("Enter");
  await expect(page.getByText(/^Your password is changed/)).toBeVisible();
  await landsOn("button", "Change password");
});
