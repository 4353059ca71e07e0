import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { card } from "./harness/board";
import { addLead, newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

test("a figure opens exactly the leads that it counts; the chip says which they are and shows the others again", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Gilad", { lead: false });
  for (const [name, heat] of [
    ["Hot lead", "hot"],
    ["Burning lead", "burning"],
    ["Cold lead", "cold"],
  ] as const)
    await addLead(rows.pool, owner.projectId, name, heat);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const heated = card(page, "metrics").getByRole("definition").nth(5);
  await expect(heated).toHaveText("2");
  await heated.getByRole("link").click();
  await expect(page.getByText("Open leads: Hot or Burning")).toBeVisible();
  await expect(page.getByRole("link", { name: "Hot lead" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("link", { name: "Show the other leads, too" }).click();
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page.getByText("Open leads: Hot or Burning")).toHaveCount(0);
});

test("a widget counts days of its own, chosen in its menu and kept", async ({ page, rows }) => {
  const owner = await newOwner("Liron", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Liron", "hot");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await expect(card(page, "monthlyPerformance")).toContainText("Last 12 months");
  await page.getByRole("button", { name: "Options: Key metrics" }).click();
  await page.getByRole("menuitem", { name: "Days of this widget" }).press("Enter");
  await page.getByRole("menuitemradio", { name: "Last 7 days" }).focus();
  const asked = page.waitForRequest(/\/api\/dashboard\?.*own=[^&]*metrics%3Alast7Days/);
  await page.keyboard.press("Enter");
  await asked;
  await expect(card(page, "metrics")).toContainText("in the 7 days before");
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ dashboard_preferences: { widgetPeriods: { metrics: "last7Days" } } });
});

test("who leads a project sets its targets for the month, and their own beside them", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Nadia", { lead: false });
  const lead = await addLead(rows.pool, owner.projectId, "Lead of Nadia", "hot");
  // On the first of a month, yesterday is not of this month.
  await rows.pool.query("update public.leads set created_at = now() where id = $1", [lead]);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await page.getByRole("button", { name: "Set targets" }).click();
  await page.getByRole("spinbutton", { name: "Leads, Project target" }).fill("4");
  await page.getByRole("spinbutton", { name: "Leads, My target" }).fill("2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const targets = card(page, "performanceTargets");
  await expect(targets.getByRole("link", { name: "Leads: 1 of 4" })).toBeVisible();
  await expect(targets).toContainText("My target 2: 50%");
  const { rows: stored } = await rows.pool.query(
    "select metric, target::int from public.performance_targets where project_id = $1",
    [owner.projectId],
  );
  expect(stored).toEqual([{ metric: "leads", target: 4 }]);
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ dashboard_preferences: { ownTargets: { leads: 2 } } });
});

test("what a widget shows is saved as a text table and as a spreadsheet", async ({ page, rows }) => {
  const owner = await newOwner("Salma", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Salma", "hot");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const saved = async (as: string) => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Options: Leads and conversions" }).click();
    await page.getByRole("menuitem", { name: "Save as a file" }).click();
    await page.getByRole("menuitem", { name: as }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const text = await saved("Text table (CSV)");
  expect(text.name).toMatch(/^Leads-and-conversions-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  expect(text.content.toString("utf8")).toBe(
    "\ufeffStep,Leads,Share\r\nLeads,1,1\r\nWarm,1,1\r\nQualified,0,0\r\nMeeting,0,0\r\nWon,0,0\r\n",
  );
  const sheet = await saved("Spreadsheet (XLSX)");
  expect(sheet.name).toMatch(/\.xlsx$/);
  expect(sheet.content.subarray(0, 2).toString()).toBe("PK");
});
