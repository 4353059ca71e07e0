import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { connect, newOwner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { isOff, isOn, open, savingLine, settingSwitch, signIn } from "./harness/steps";

const path = "/settings/integrations";
const bar = (page: Page) => page.getByRole("region", { name: "Not saved yet" });
const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

async function stored(rows: Rows, userId: string): Promise<unknown> {
  const { rows: found } = await rows.pool.query<{ integration_settings: unknown }>(
    "select integration_settings from public.user_app_preferences where user_id = $1",
    [userId],
  );
  return found[0]?.integration_settings ?? null;
}

async function openIntegrations(page: Page) {
  await open(page, path);
  await expect(page.getByRole("region", { name: "WhatsApp" })).toBeVisible();
}

/** Whoever has connected what sends their mails, and a number. */
async function newWriter(rows: Rows, name: string) {
  const owner = await newOwner(name);
  await connect(rows.pool, owner, ["email", "whatsapp"]);
  return owner;
}

test("only touched fields are stored, as one change, and are there after a reload", async ({
  page,
  rows,
}) => {
  const owner = await newWriter(rows, "Ingrid");
  await signIn(page, owner);
  await openIntegrations(page);
  await expect(page.getByText("Connected", { exact: true })).toHaveCount(2);

  await settingSwitch(page, "Use WhatsApp").click();
  await text(page, "Template for a first contact").fill("ovenai_hello");
  await expect(bar(page)).toContainText("Use WhatsApp and Template for a first contact changed");
  // Nothing takes effect before it is saved.
  expect(await stored(rows, owner.userId)).toBeNull();

  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(bar(page)).toBeHidden();
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await stored(rows, owner.userId)).toEqual({
    whatsapp: { enabled: true, templates: { firstContact: "ovenai_hello" } },
  });
  const { rows: operations } = await rows.pool.query(
    "select distinct op_id from public.settings_events where owner = $1",
    [owner.userId],
  );
  expect(operations).toHaveLength(1);

  await page.reload();
  await isOn(settingSwitch(page, "Use WhatsApp"));
  await expect(text(page, "Template for a first contact")).toHaveValue("ovenai_hello");
  await page.getByRole("button", { name: /^Template for a first contact: back to .*, default$/ }).click();
  await expect(text(page, "Template for a first contact")).toHaveValue("");
  await expect.poll(() => stored(rows, owner.userId)).toEqual({ whatsapp: { enabled: true, templates: {} } });
});

test("a value that cannot be stored is said in words at its field, and nothing is saved", async ({
  page,
  rows,
}) => {
  const owner = await newWriter(rows, "Ilse");
  await signIn(page, owner);
  await openIntegrations(page);
  await settingSwitch(page, "Use WhatsApp").click();
  await text(page, "From name").fill('Ilse <the "baker">');
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(text(page, "From name")).toBeFocused();
  await expect(text(page, "From name")).toHaveAccessibleDescription(/angle brackets/);
  expect(await stored(rows, owner.userId)).toBeNull();
  await text(page, "From name").fill('Ilse "the baker"');
  await page.keyboard.press("Enter");
  await expect(bar(page)).toBeHidden();
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ whatsapp: { enabled: true }, email: { from: 'Ilse "the baker"' } });
});

test("leaving with edits asks first: by a link, by the way back, and by closing the page", async ({
  page,
  rows,
}) => {
  const owner = await newWriter(rows, "Iris");
  await signIn(page, owner);
  await open(page, "/settings/dashboard");
  await page.getByRole("link", { name: "Integrations" }).first().click();
  await settingSwitch(page, "Use WhatsApp").click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });

  await page.getByRole("link", { name: "Leads" }).first().click();
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(/integrations$/);
  await isOn(settingSwitch(page, "Use WhatsApp"));

  let asked = false;
  page.once("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(true);
  await isOn(settingSwitch(page, "Use WhatsApp"));

  // A way back that is held never arrives.
  await page.goBack({ waitUntil: "commit", timeout: 1_000 }).catch(() => null);
  await question.getByRole("button", { name: "Stay" }).click();
  await isOn(settingSwitch(page, "Use WhatsApp"));

  await page.getByRole("link", { name: "Leads" }).first().click();
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(/\/leads/);
  expect(await stored(rows, owner.userId)).toBeNull();
  await page.goto(path);
  await isOff(settingSwitch(page, "Use WhatsApp"));
});

test("fields that were not touched follow another device, and the edited ones stay", async ({
  page,
  newDevice,
  rows,
}) => {
  const owner = await newWriter(rows, "Ivo");
  const other = await newDevice();
  await Promise.all([signIn(page, owner), signIn(other, owner)]);
  await Promise.all([openIntegrations(page), openIntegrations(other)]);
  await text(page, "From name").fill("Ivo of Oven");
  await settingSwitch(other, "Use WhatsApp").click();
  await bar(other).getByRole("button", { name: "Save" }).click();
  await isOn(settingSwitch(page, "Use WhatsApp"));
  await expect(text(page, "From name")).toHaveValue("Ivo of Oven");
  await expect(bar(page)).toContainText("From name changed");
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ whatsapp: { enabled: true }, email: { from: "Ivo of Oven" } });
});

test("the gallery is narrowed by words, by category and by state; what is hidden comes back to whoever looks for it", async ({
  page,
}) => {
  const owner = await newOwner("Ilka");
  await signIn(page, owner);
  await openIntegrations(page);
  const cards = page.getByRole("form", { name: "Integrations" }).getByRole("heading", { level: 2 });
  const search = page.getByRole("searchbox", { name: "Search integrations" });
  const all = await cards.count();
  await search.fill("book");
  await expect(cards).toHaveText(["Calendly"]);
  await search.fill("no such thing");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(search).toBeFocused();
  await expect(cards).toHaveCount(all);

  await page.getByRole("combobox", { name: "Category" }).selectOption({ label: "Calendars" });
  await expect(cards).toHaveText(["Calendly"]);
  await page.getByRole("radio", { name: /^Connected/ }).check();
  await expect(cards).toHaveCount(0);

  // A setting of what is not connected yet leads to its card, whatever the list was narrowed to.
  await page.getByRole("combobox", { name: "Search all settings" }).fill("default meeting type");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Calendly" })).toBeFocused();
  await expect(cards).toHaveCount(all);
});

test("what is edited stays in sight, whatever is looked for", async ({ page, rows }) => {
  const owner = await newWriter(rows, "Inka");
  await signIn(page, owner);
  await openIntegrations(page);
  await text(page, "From name").fill("Inka");
  await page.getByRole("radio", { name: /^Available/ }).check();
  await expect(text(page, "From name")).toHaveValue("Inka");
  await expect(page.getByRole("region", { name: "WhatsApp" })).toHaveCount(0);
});
