import { expect, type Locator, type Page } from "@playwright/test";
import { addresses } from "./addresses";
import type { Person } from "./people";
import { holdSignIn } from "./auth-cookies";

/** What people do, in their words; shared by the specs. Each step ends on a screen that proves it worked. */

/** Opens a page, ready for a test, which presses faster than any person. */
export async function open(page: Page, path: string) {
  await page.goto(new URL(path, addresses.app).href);
  await untilTakenOver(page);
}

/** Opens the page anew, ready as by `open`: while a page streams in, parts of it may be there twice. */
export async function reload(page: Page) {
  await page.reload();
  await untilTakenOver(page);
}

/**
 * Resolves once the page's code has taken over every control of it: a key before that goes nowhere, and a form is sent
 * without the code. The page is taken over in parts, its header first. After a step that loads another document, wait
 * for something of that document first.
 */
export const untilTakenOver = (page: Page) =>
  page.waitForFunction(() => {
    const controls = [...document.querySelectorAll(":is(form, main, header) :is(button, input)")];
    const isTakenOver = (control: Element) => Object.keys(control).some((key) => key.startsWith("__react"));
    return controls.length > 0 && controls.every(isTakenOver);
  });

/** Whatever this browser opens next is this person's. Opens nothing itself: most tests are not about signing in. */
export const signIn = (page: Page, person: Pick<Person, "email" | "password">) =>
  holdSignIn(page.context(), person);

/** Signs in as people do, in English. */
export async function signInOnScreen(
  page: Page,
  person: Pick<Person, "email" | "password">,
  origin = addresses.app,
) {
  await open(page, `${origin}/sign-in`);
  await askToSignIn(page, person);
  await expect(page).toHaveURL(/\/(dashboard\/|welcome)/);
  await untilTakenOver(page);
}

/** On the page of signing in, whatever comes of it. */
export async function askToSignIn(page: Page, { email, password }: Pick<Person, "email" | "password">) {
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function openAccountMenu(page: Page) {
  await page.getByRole("button", { name: /^Account: / }).click();
}

export async function signOut(page: Page) {
  await openAccountMenu(page);
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

/** The settings of all projects, or of one. Ready when its switches are. */
export async function openDashboardSettings(page: Page, projectId?: string) {
  await open(page, projectId ? `/settings/dashboard?project=${projectId}` : "/settings/dashboard");
  await expect(settingSwitch(page, "Key metrics")).toBeVisible();
}

export const settingSwitch = (page: Page, name: string): Locator =>
  page.getByRole("switch", { name, exact: true });

export const isOff = (control: Locator) => expect(control).toHaveAttribute("aria-checked", "false");
export const isOn = (control: Locator) => expect(control).toHaveAttribute("aria-checked", "true");

/** The line that says how saving stands. */
export const savingLine = (page: Page): Locator => page.getByRole("status", { name: "Saving" });

export const bell = (page: Page): Locator => page.getByRole("button", { name: /^Notifications, / });

export const hasUnread = (page: Page, count: number) =>
  expect(bell(page)).toHaveAccessibleName(
    count === 0 ? "Notifications, nothing unread" : `Notifications, ${count} unread`,
  );

/** Opens the bell's list; answers the panel. */
export async function openBell(page: Page): Promise<Locator> {
  await bell(page).click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await expect(panel).toBeVisible();
  return panel;
}
