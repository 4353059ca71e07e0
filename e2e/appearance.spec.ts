import { expect, test } from "./fixtures";
import { signInEnded } from "./harness/console";
import { newOwner } from "./harness/people";
import { htmlOf, prefer, wear } from "./harness/preferences";
import { open, openAccountMenu, signIn, signInOnScreen, signOut } from "./harness/steps";

test("Hebrew is read from right to left, at once and after a reload", async ({ page }) => {
  const owner = await newOwner("Sara");
  await signIn(page, owner);
  await open(page, "/");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("dir", "ltr");
  await openAccountMenu(page);
  await page.getByRole("menuitemradio", { name: "עברית" }).click();
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(html).toHaveAttribute("lang", "he");

  await page.reload();
  await expect(html).toHaveAttribute("dir", "rtl");
  // The rail stands at the start of the line, which is the right side now.
  const [rail, main] = await Promise.all([
    page.getByRole("navigation").first().boundingBox(),
    page.getByRole("main").boundingBox(),
  ]);
  expect(rail?.x).toBeGreaterThan(main?.x ?? Infinity);
  await expect(page.getByRole("main").getByText("Recent activity")).toHaveCount(0);
});

test("a theme is chosen at once and stands in the first byte of the next page", async ({ page }) => {
  const owner = await newOwner("Tali");
  await signIn(page, owner);
  await open(page, "/");
  await openAccountMenu(page);
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect
    .poll(async () => (await page.request.get(page.url())).text())
    .toMatch(/^<!DOCTYPE html><html[^>]* data-theme="dark"/);
});

test("signing in brings the account's look; signing out leaves it, without the person's formats", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Gili");
  await prefer(rows, owner, {
    interface_settings: { theme: "dark" },
    data_preferences: { currency: "ILS", timezone: "UTC" },
  });
  await wear(context, { theme: "contrast", language: "en" });
  await signInOnScreen(page, owner);
  expect(await htmlOf(page)).toContain('theme="dark"');
  await signOut(page);
  expect(await htmlOf(page)).toContain('theme="dark"');
  const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith("-appearance"));
  expect(decodeURIComponent(cookie?.value ?? "")).not.toContain("ILS");
});
