import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { newOwner } from "./harness/people";
import { open, openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";

const entry = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

async function openActivity(page: Page, search = "") {
  await open(page, `/settings/activity${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
}

test("a change appears in words, with who made it, from where and on which device, and is taken back from there", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Adele");
  await signIn(page, owner);
  await openDashboardSettings(page, owner.projectId);
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Saved");

  await openActivity(page);
  const insights = entry(page, "Insights");
  await expect(insights).toContainText("Dashboard · Widgets");
  await expect(insights).toContainText("From the value for all projects to off");
  await expect(insights).toContainText("You · This app · Chrome on Linux · Adele's project");
  await insights.getByRole("button", { name: "Undo: Insights" }).click();

  // The undo is a change of its own: it appears at the top, by the live hint, and can be taken back in turn.
  await expect(entry(page, "Insights")).toHaveCount(2);
  await expect(entry(page, "Insights").first()).toContainText("From off to the value for all projects");
  await expect(entry(page, "Insights").first()).toContainText("You · Undo · Chrome on Linux");
  expect(await rows.dashboardOverrides(owner.userId, owner.projectId)).toMatchObject({
    widget_visibility: {},
  });
  await page.reload();
  await expect(entry(page, "Insights")).toHaveCount(2);
  await entry(page, "Insights").first().getByRole("button", { name: "Undo: Insights" }).click();
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, owner.projectId))
    .toMatchObject({ widget_visibility: { insights: false } });
});

test("what was changed again since is said before an entry is undone", async ({ page, rows }) => {
  const owner = await newOwner("Agnes");
  await change(owner, "dashboard", { dashboard_preferences: { defaultView: "classic" } });
  await change(owner, "dashboard", { dashboard_preferences: { defaultView: "compact" } });
  await signIn(page, owner);
  await openActivity(page);
  await entry(page, "Default view").last().getByRole("button", { name: "Undo: Default view" }).click();
  const question = page.getByRole("dialog", { name: "Changed again since" });
  await expect(question).toContainText("From Compact to Enhanced (default)");
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    dashboard_preferences: { defaultView: "compact" },
  });
  await entry(page, "Default view").last().getByRole("button", { name: "Undo: Default view" }).click();
  await question.getByRole("button", { name: "Undo anyway" }).click();
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({ dashboard_preferences: {} });
});

test("everything goes back to a moment, across sections, after being shown; and that can be undone", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Alma");
  await change(owner, "dashboard", { widget_visibility: { metrics: false } });
  await change(owner, "notifications", { email_notifications: { minimumHeat: "hot" } });
  await change(owner, "preferences", { interface_settings: { density: "compact" } });
  await change(owner, "dashboard", { widget_visibility: { metrics: true, insights: false } });
  const own = async () => {
    const { rows: found } = await rows.pool.query(
      `select d.widget_visibility as widgets, n.email_notifications as email, p.interface_settings as interface
       from public.user_dashboard_settings d, public.user_notification_settings n, public.user_app_preferences p
       where d.user_id = $1 and n.user_id = $1 and p.user_id = $1`,
      [owner.userId],
    );
    return found[0];
  };
  const latest = await own();
  await signIn(page, owner);
  await openActivity(page);
  // The first change: dashboard alone.
  await entry(page, "Key metrics").getByRole("button", { name: "Restore everything" }).click();
  const dialog = page.getByRole("dialog", { name: /^As it was on / });
  await expect(dialog).toContainText("From on to off");
  await expect(dialog).toContainText("From Hot to Cold (default)");
  await expect(dialog).toContainText("From Compact to Comfortable (default)");
  expect(await own()).toEqual(latest);
  await dialog.getByRole("button", { name: "Restore 4 settings" }).click();
  await expect.poll(own).toEqual({ widgets: { metrics: false }, email: {}, interface: {} });

  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect.poll(own).toEqual(latest);
  const { rows: sources } = await rows.pool.query(
    "select source, count(*)::int from public.settings_events where owner = $1 group by source order by source",
    [owner.userId],
  );
  expect(sources).toEqual([
    { source: "ui", count: 5 },
    { source: "undo", count: 8 },
  ]);
});

test("any moment can be chosen, in the person's own time zone; the future cannot", async ({ page, rows }) => {
  const owner = await newOwner("Anton");
  await change(owner, "dashboard", { widget_visibility: { metrics: false } });
  await signIn(page, owner);
  await openActivity(page);
  await page.getByRole("button", { name: "Restore to a moment" }).click();
  const choose = page.getByRole("dialog", { name: "Restore to a moment" });
  await choose.getByLabel("Date and time").fill("2999-01-01T10:00");
  await choose.getByRole("button", { name: "Show what would change" }).click();
  await expect(choose.getByRole("alert")).toHaveText("Choose a date and a time in the past.");
  await choose.getByLabel("Date and time").fill("2020-01-01T10:00");
  await choose.getByRole("button", { name: "Show what would change" }).click();
  const dialog = page.getByRole("dialog", { name: /^As it was on Jan 1, 2020/ });
  await dialog.getByRole("button", { name: "Restore 1 setting" }).click();
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({ widget_visibility: {} });
});
