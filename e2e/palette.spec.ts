import { expect, test } from "./fixtures";
import { addLead, connect, newOwner } from "./harness/people";
import { ask, isShown, palette, run } from "./harness/palette";
import { hasUnread, open, signIn } from "./harness/steps";

test("the palette leads to any field: from elsewhere, on its own page, in the matrix, in a form", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Pal");
  await connect(rows.pool, owner);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await run(page, "shekel", /Currency/);
  await isShown(page, "data_preferences-currency");
  await run(page, "text size", /Text size/);
  await isShown(page, "interface_settings-fontScale");
  await run(page, "sms heat changes", /Heat changes/);
  await isShown(page, "sms_notifications-heatProgressions");
  await run(page, "signature", /Signature/);
  await isShown(page, "integration_settings-email-signature");
  await expect(page.locator("[data-marked]"), "the mark does not stay").toHaveCount(0);
});

test("the search of the settings finds a field in Hebrew and in English", async ({ page }) => {
  const owner = await newOwner("Ivrit");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await run(page, "עברית", /עברית/);
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await open(page, "/settings/dashboard");
  const box = page.getByRole("combobox").first();
  await box.fill("מטבע");
  await page.keyboard.press("Enter");
  await isShown(page, "data_preferences-currency");
  await box.fill("quiet hours");
  await expect(page.getByRole("option")).not.toHaveCount(0);
  await page.keyboard.press("Enter");
  await isShown(page, "notification_schedule-quietHours");
});

test("on a phone the search leads to a field far down the page", async ({ page }) => {
  const owner = await newOwner("Phone");
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, owner);
  await open(page, "/settings/preferences");
  await page
    .getByRole("main")
    .getByRole("combobox", { name: "Search all settings" })
    .fill("e-mail lead updates");
  await page.keyboard.press("Enter");
  await isShown(page, "email_notifications-leadUpdates");
});

test("looking for a field loses nothing that is not saved yet", async ({ page, rows }) => {
  const owner = await newOwner("Keep");
  await connect(rows.pool, owner);
  await signIn(page, owner);
  await open(page, "/settings/integrations");
  const signature = page.getByRole("textbox", { name: "Signature" });
  await signature.fill("Best, Keep");
  await run(page, "from name", /From name/);
  await isShown(page, "integration_settings-email-from");
  await expect(signature).toHaveValue("Best, Keep");
  await run(page, "currency", /Currency/);
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(/\/settings\/integrations/);
  await expect(signature).toHaveValue("Best, Keep");
  await run(page, "currency", /Currency/);
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await isShown(page, "data_preferences-currency");
});

test("the palette does what it says, and what it did can be undone", async ({ page, rows }) => {
  const owner = await newOwner("Deed");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Deed", "warm");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await signIn(page, owner);
  await open(page, "/");
  await hasUnread(page, 1);
  await run(page, "mark all", "Mark all notifications read");
  await hasUnread(page, 0);
  await run(page, "dark", /Dark/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const paused = async () => {
    const { rows: found } = await rows.pool.query<{ until: string | null }>(
      "select notification_schedule->>'pausedUntil' as until from public.user_notification_settings where user_id = $1",
      [owner.userId],
    );
    return found[0]?.until ?? "never";
  };
  await run(page, "pause", "Pause notifications for an hour");
  await expect.poll(paused).toMatch(/^\d{4}-/);
  // An hour, to the end of the minute.
  expect(Date.parse(await paused()) - Date.now()).toBeLessThanOrEqual(3_660_000);
  const told = page.getByRole("listitem").filter({ hasText: "Pause" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect.poll(paused).toBe("never");

  await run(page, "activity", /Activity/);
  await expect(page).toHaveURL(/\/settings\/activity$/);
  await run(page, "deed's project", /Deed's project/);
  await expect(page).toHaveURL(`/dashboard/${owner.projectId}`);
});

test("without a query the palette begins with what was used last, until the person signs out", async ({
  page,
}) => {
  const owner = await newOwner("Last");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await run(page, "leads", /Leads/);
  await expect(page).toHaveURL(/\/leads/);
  await page.keyboard.press("Control+k");
  const group = palette(page).getByRole("group", { name: "Used last" });
  await expect(group.getByRole("option")).toHaveText([/^Leads/]);
  await page.keyboard.press("Escape");
  await run(page, "shekel", /Currency/);
  await isShown(page, "data_preferences-currency");
  await page.keyboard.press("Control+k");
  await expect(group.getByRole("option")).toHaveText([/^Currency/, /^Leads/]);
  await page.keyboard.press("Escape");
  await run(page, "sign out", /Sign out/);
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("group", { name: "Go to" })).toBeVisible();
  await expect(group).toHaveCount(0);
});

test("a lead is found by its name from any page, in the letters it is written in, and of one's own projects alone", async ({
  page,
  rows,
}) => {
  const [owner, other] = await Promise.all([newOwner("Finder"), newOwner("Stranger")]);
  const leadId = await addLead(rows.pool, owner.projectId, "דנה לוי", "warm");
  await addLead(rows.pool, owner.projectId, "Dana Harel");
  await addLead(rows.pool, other.projectId, "Dana Elsewhere");
  await signIn(page, owner);
  await open(page, "/settings/preferences");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/leads/find")) asked.push(request.url());
  });
  const dialog = await ask(page, "harel dana");
  const leads = dialog.getByRole("group", { name: "Leads" });
  await expect(leads.getByRole("option")).toHaveText([/^Dana Harel/]);
  expect(asked, "one question for what was typed").toHaveLength(1);
  await page.keyboard.press("Escape");

  await run(page, "דנה", /^דנה לוי/);
  await expect(page).toHaveURL(`/leads/${leadId}`);
  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("group", { name: "Used last" }).getByRole("option")).toHaveText([/^דנה לוי/]);
});

test("a lead's heat is set from the palette, and taken back", async ({ page, rows }) => {
  const owner = await newOwner("Setter");
  const leadId = await addLead(rows.pool, owner.projectId, "Noa Bar", "warm");
  await addLead(rows.pool, owner.projectId, "Noa Gil", "cold");
  const heat = async () =>
    (await rows.pool.query("select heat from public.leads where id = $1", [leadId])).rows[0]?.heat;
  await signIn(page, owner);
  await open(page, "/settings/dashboard");

  // Typed at once, before the code of the palette is there.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("noa");
  const dialog = palette(page);
  await expect(dialog.getByRole("combobox")).toHaveValue("noa");
  await expect(dialog.getByRole("status").filter({ hasText: "write it after the name" })).toBeVisible();
  await dialog.getByRole("combobox").fill("noa bar burning");
  await expect(dialog.getByRole("option", { selected: true })).toHaveAccessibleName(/Burning.*Noa Bar/);
  await page.keyboard.press("Enter");
  await expect.poll(heat).toBe("burning");
  const told = page.getByRole("listitem").filter({ hasText: "Noa Bar" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect.poll(heat).toBe("warm");

  // Of a lead that is found alone, every other heat is offered.
  await ask(page, "noa bar");
  const heats = dialog.getByRole("group", { name: "Set heat" });
  await expect(heats.getByRole("option")).toHaveText([/^Cold/, /^Hot/, /^Burning/]);
  await heats.getByRole("option", { name: /^Hot/ }).click();
  await expect.poll(heat).toBe("hot");
});
