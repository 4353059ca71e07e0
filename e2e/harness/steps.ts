import { expect, type Page } from "@playwright/test";
import { type Person } from "./people";

/** What people do, in their words; shared by the specs. Each step ends on a screen that proves it worked. */

export async function signIn(page: Page, person: Pick<Person, "email" | "password">) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/(dashboard\/|welcome)/);
}

export async function openAccountMenu(page: Page) {
  await page.getByRole("button", { name: /^Account: / }).click();
}

export async function signOut(page: Page) {
  await openAccountMenu(page);
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}
