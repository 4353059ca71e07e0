import { expect, test } from "./fixtures";
import { signInEnded } from "./harness/console";
import { isNotLost, tabTo, walk } from "./harness/keyboard";
import { pagesOf, pagesWithoutProject, publicPages } from "./harness/pages";
import { addLead, connect, newOwner, signUp } from "./harness/people";
import { bell, hasUnread, isOff, open, savingLine, settingSwitch, signIn } from "./harness/steps";

test("everything on each page is reached by Tab alone, and the focus is seen all the way", async ({
  page,
  rows,
  complaints,
}) => {
  complaints.expect(/404 \(Not Found\)/);
  const owner = await newOwner("Tabea");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Tabea", "hot");
  const walkAll = async (paths: readonly string[]) => {
    for (const path of paths)
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await walk(page);
      });
  };
  await walkAll(publicPages);
  await signIn(page, await signUp("Nobody"));
  await walkAll(pagesWithoutProject);
  await signIn(page, owner);
  await walkAll(pagesOf(owner, leadId));
});

test("settings are changed, taken back and saved without a mouse", async ({ page, rows }) => {
  const owner = await newOwner("Keyla");
  await signIn(page, owner);
  await open(page, "/settings/dashboard");
  const insights = settingSwitch(page, "Insights");
  await tabTo(page, insights);
  await page.keyboard.press("Space");
  await isOff(insights);
  await isNotLost(page);
  await tabTo(page, page.getByRole("button", { name: "Insights: back to On, default" }));
  await page.keyboard.press("Enter");
  await expect(insights).toBeFocused();
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("radio", { name: "Enhanced" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Classic" })).toBeFocused();
  await isNotLost(page);
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
    dashboard_preferences: { defaultView: "classic" },
  });

  await connect(rows.pool, owner);
  await open(page, "/settings/integrations");
  const signature = page.getByRole("textbox", { name: "Signature" });
  await tabTo(page, signature);
  await page.keyboard.type("Best, Keyla");
  await tabTo(page, page.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Not saved yet" })).toBeHidden();
  await expect(signature, "the keyboard goes back to what was edited").toBeFocused();
});

test("a widget is hidden, leads are narrowed and judged, and the bell is read without a mouse", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Board");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Board", "hot");
  // Another lead: what one lead does in a short time is one line.
  const otherId = await addLead(rows.pool, owner.projectId, "Other of Board", "warm");
  await rows.pool.query("update public.leads set heat = 'hot' where id = $1", [otherId]);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await hasUnread(page, 1);
  await tabTo(page, page.getByRole("button", { name: "Options: Insights" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Move" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Collapse" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Hide this widget" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-widget="insights"]')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Widgets");

  await tabTo(
    page,
    page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Leads" }),
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/leads\?/);
  await tabTo(page, page.getByRole("link", { name: "Hot 2" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/heat=hot/);
  await tabTo(page, page.getByRole("link", { name: "Lead of Board" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/leads/${leadId}`);
  await tabTo(page, page.getByRole("radio", { name: "Hot" }));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Burning" })).toBeFocused();
  await isNotLost(page);

  // What one does oneself rings no bell of one's own.
  await hasUnread(page, 1);
  await tabTo(page, bell(page));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await tabTo(page, panel.getByRole("button", { name: "Mark all read" }));
  await page.keyboard.press("Enter");
  await hasUnread(page, 0);
  await isNotLost(page);
  await page.keyboard.press("Escape");
  await expect(bell(page)).toBeFocused();
});

test("the palette gives the focus back, and leads out without a mouse", async ({ page, complaints }) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Exit");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const project = page.getByRole("button", { name: /^Switch project/ }).first();
  await tabTo(page, project);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(project).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(project).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: "Search and commands" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("sign out");
  await expect(palette.getByRole("option", { selected: true })).toHaveAccessibleName("Sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in$/);
});
