import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { noNetwork } from "./harness/console";
import { newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

const filter = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const entry = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

async function openActivity(page: Page, search = "") {
  await open(page, `/settings/activity${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
}

test("filters narrow the list, live in the address and survive a reload", async ({ page }) => {
  const owner = await newOwner("Astrid");
  await change(owner, "dashboard", { widget_visibility: { metrics: false } });
  await change(owner, "dashboard", { dashboard_preferences: { compactMode: true } }, "import");
  await change(owner, "preferences", { interface_settings: { density: "compact" } });
  await signIn(page, owner);
  await openActivity(page);
  await expect(page.getByRole("article")).toHaveCount(3);
  await filter(page, "Page").selectOption("Dashboard");
  await expect(page.getByRole("article")).toHaveCount(2);
  await filter(page, "Setting").selectOption("All of Widgets");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(entry(page, "Key metrics")).toBeVisible();
  expect(new URL(page.url()).search).toBe("?section=dashboard&setting=widget_visibility");
  await page.reload();
  await expect(filter(page, "Setting")).toHaveValue("widget_visibility");
  await expect(page.getByRole("article")).toHaveCount(1);

  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);
  await filter(page, "From").selectOption("Import");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(entry(page, "Compact spacing")).toContainText("You · Import");
  await filter(page, "From").selectOption("Team");
  await expect(page.getByText("No change fits")).toBeVisible();
});

test("older pages follow without a gap or a repetition while new changes arrive", async ({ page }) => {
  const owner = await newOwner("Axel");
  let seconds = 10;
  const next = () =>
    change(owner, "dashboard", { dashboard_preferences: { refreshInterval: ++seconds * 1_000 } });
  for (let index = 0; index < 120; index += 1) await next();
  await signIn(page, owner);
  await openActivity(page);
  const sentences = () =>
    page
      .getByRole("article")
      .getByText(/^From .* to /)
      .allTextContents();
  expect((await sentences()).length).toBeLessThan(60);
  await next();
  await expect(page.getByRole("article").first()).toContainText("to 131 seconds");
  await page.getByRole("button", { name: "Show older" }).click();
  await expect.poll(async () => (await sentences()).length).toBeGreaterThan(60);
  await next();
  await expect(page.getByRole("article").first()).toContainText("to 132 seconds");
  await page.getByRole("button", { name: "Show older" }).click();
  await expect(page.getByText("This is where it begins.")).toBeVisible();

  const told = (await sentences()).map((sentence) => /^From (.*) to (.*)$/.exec(sentence)?.slice(1));
  expect(told).toHaveLength(122);
  // Every change begins where the one below it, the one before it in time, ended.
  for (const [index, change] of told.entries())
    expect(change?.[0], String(index)).toBe(told[index + 1]?.[1] ?? "5 minutes (default)");
});

test("without a network a filter says that nothing can be read, and its list comes with the network", async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Asta");
  await change(owner, "dashboard", { widget_visibility: { metrics: false } });
  await signIn(page, owner);
  await openActivity(page);
  await context.setOffline(true);
  await filter(page, "Page").selectOption("Dashboard");
  await expect(page.getByRole("alert").filter({ hasText: "cannot be read right now" })).toBeVisible();
  await context.setOffline(false);
  await expect(entry(page, "Key metrics")).toBeVisible();
});

test("nothing changed yet is said, and no other person's changes are told", async ({ page }) => {
  const [owner, other] = await Promise.all([newOwner("Arne"), newOwner("Anja")]);
  await change(other, "dashboard", { widget_visibility: { metrics: false } });
  await signIn(page, owner);
  await openActivity(page);
  await expect(page.getByRole("main").getByText("Nothing has been changed yet")).toBeVisible();
  await expect(page.getByRole("main").getByRole("combobox"), "nothing to filter").toHaveCount(0);
});
