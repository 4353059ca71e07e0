import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { addLead, newOwner } from "./harness/people";
import { open, reload, signIn } from "./harness/steps";

test("days chosen on the dashboard by keyboard are kept for that project, and hidden widgets are not asked for", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Noga", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Noga", "hot");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const period = page.getByRole("combobox", { name: "Period" });
  const leads = page.locator('[data-widget="metrics"] dd').first();
  await expect(period).toHaveValue("last30Days");
  await expect(leads).toContainText("+1 against 0 in the 30 days before");

  const asked = page.waitForRequest(/\/api\/dashboard\?.*preset=last7Days/);
  await period.focus();
  await page.keyboard.press("ArrowUp");
  await asked;
  await expect(leads).toContainText("+1 against 0 in the 7 days before");
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ dashboard_preferences: { period: { preset: "last7Days", from: "", to: "" } } });
  await reload(page);
  await expect(period).toHaveValue("last7Days");
  await expect(leads).toContainText("+1 against 0 in the 7 days before");

  await change(owner, "dashboard", { widget_visibility: { insights: false, metrics: false } });
  const narrowed = page.waitForRequest(/\/api\/dashboard\?/);
  await open(page, `/dashboard/${owner.projectId}`);
  await period.selectOption("thisMonth");
  const panels = new URL((await narrowed).url()).searchParams.get("panels")?.split(",");
  expect(panels).not.toContain("insights");
  expect(panels).not.toContain("metrics");
  expect(panels).toHaveLength(6);
});

test("a lead at one in the morning of the first of December in Jerusalem counts for December", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Tamar", { lead: false });
  const lead = await addLead(rows.pool, owner.projectId, "Lead of Tamar", "hot");
  await rows.pool.query("update public.leads set created_at = '2025-11-30T23:00:00Z' where id = $1", [lead]);
  await change(owner, "preferences", { data_preferences: { timezone: "Asia/Jerusalem" } });
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await page.getByRole("combobox", { name: "Period" }).selectOption("own");
  const show = async (from: string, to: string) => {
    await page.getByLabel("First day").fill(from);
    await page.getByLabel("Last day").fill(to);
    await page.getByRole("button", { name: "Show these days" }).click();
  };
  const leads = page.locator('[data-widget="metrics"] dd').first();
  await show("2025-11-01", "2025-11-30");
  await expect(page.getByRole("status").filter({ hasText: "Nov 1, 2025 – Nov 30, 2025" })).toBeVisible();
  await expect(leads).toContainText("0");
  await show("2025-12-01", "2025-12-01");
  await expect(page.getByRole("status").filter({ hasText: "Dec 1, 2025" })).toBeVisible();
  await expect(leads).toContainText("+1 against 0 in the day before");
});
