import type { Locator } from "@playwright/test";
import { settingsPageList } from "../lib/pages";
import { locales } from "../lib/vocabulary/locales";
import { expect, test } from "./fixtures";
import { openNotifications } from "./harness/notification-settings";
import { addLead, newOwner } from "./harness/people";
import { change } from "./harness/changes";
import { prefer } from "./harness/preferences";
import { untilKept, hotLeads, offer } from "./harness/session-steps";
import { open, signIn } from "./harness/steps";

/** Where an element begins and ends across the page, in whole pixels. */
const edges = async (one: Locator) => {
  const box = await one.boundingBox();
  return box && [Math.round(box.x), Math.round(box.x + box.width)];
};

test("the offer to go on is as wide as the board", async ({ page, newDevice, rows }) => {
  const owner = await newOwner("Edgar");
  await signIn(page, owner);
  await open(page, "/");
  await hotLeads(page);
  await untilKept(rows, owner, { current_context: { filters: { leadsHeat: "hot" } } });

  const other = await newDevice();
  await other.setViewportSize({ width: 1920, height: 900 });
  await signIn(other, owner);
  await open(other, `/dashboard/${owner.projectId}`);
  const notice = other
    .getByRole("main")
    .locator("> :first-child > *")
    .filter({ has: offer(other) });
  expect(await edges(notice)).toEqual(await edges(other.getByRole("group", { name: "Widgets" })));
  await open(other, `/leads?project=${owner.projectId}`);
  expect(await edges(notice)).toEqual(await edges(other.getByRole("table").locator("..").locator("..")));
});

test("the chips of heat begin where the heading does, at every width", async ({ page, rows }) => {
  const owner = await newOwner("Edna");
  await addLead(rows.pool, owner.projectId, "Lead of Edna", "hot");
  await signIn(page, owner);
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `/leads?project=${owner.projectId}`);
    const heading = await edges(page.getByRole("heading", { level: 1 }));
    expect((await edges(page.getByRole("link", { name: /^All/ })))?.[0], `${width} px`).toBe(heading?.[0]);
  }
});

test("no ring stands round the whole board where it takes the focus from a card that is hidden", async ({
  page,
}) => {
  const owner = await newOwner("Edwina");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const board = page.getByRole("group", { name: "Widgets" });
  await page.keyboard.press("Tab");
  await board.focus();
  await expect(board).toBeFocused();
  expect(await board.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("none");
});

test("in compact density what stands in a card keeps its distance from the edge", async ({ page }) => {
  const owner = await newOwner("Edith");
  await change(owner, "preferences", { interface_settings: { density: "compact" } });
  await signIn(page, owner);
  for (const path of [`/dashboard/${owner.projectId}`, "/settings/notifications", "/settings/account"]) {
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    const headings = page.getByRole("main").locator("section :is(h2, h3)").filter({ visible: true });
    await expect(headings.first()).toBeVisible();
    const distances = await headings.evaluateAll((all) =>
      all.map((one) => {
        const card = one.closest("section")?.getBoundingClientRect();
        const { left, top } = one.getBoundingClientRect();
        return card ? Math.min(left - card.left, top - card.top) : 0;
      }),
    );
    expect(Math.min(...distances), path).toBeGreaterThanOrEqual(8);
  }
});

test("the steps of heat and of status are whole words at every width, in every language", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Enid");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Enid", "warm");
  await signIn(page, owner);
  for (const language of locales) {
    await prefer(rows, owner, { interface_settings: { language } });
    for (const width of [360, 768, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, `/leads/${leadId}`);
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
      const words = page.getByRole("main").getByRole("radiogroup").locator("label > span");
      await expect(words.first()).toBeVisible();
      const cut = await words.evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
      );
      expect(cut, `${language}, ${width} px`).toEqual([]);
    }
  }
});

test("at 1440 px no page of the settings leaves a part of the window empty", async ({ page }) => {
  const owner = await newOwner("Ewald");
  await change(owner, "preferences", { data_preferences: { currency: "EUR" } });
  await signIn(page, owner);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const { address } of settingsPageList) {
    await open(page, address);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    const frame = page.getByRole("main").locator(".max-w-page").last();
    const [, end = 0] = (await edges(frame)) ?? [];
    const parts = page.getByRole("main").locator("section, nav, figure").filter({ visible: true });
    const furthest = () =>
      parts.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    await expect.poll(furthest, `${address} ends at ${end}`).toBeGreaterThanOrEqual(end - 1);
  }
});

test("an address has the hyphen of running text, in a fact and in a field, and figures have one width", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Elvira");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Elvira", "warm");
  await rows.pool.query("update public.leads set email = 'lead-of@elvi-ra.test' where id = $1", [leadId]);
  await signIn(page, owner);
  const numeric = (one: Locator) => one.evaluate((each) => getComputedStyle(each).fontVariantNumeric);
  await open(page, `/leads/${leadId}`);
  expect(await numeric(page.getByRole("link", { name: "lead-of@elvi-ra.test" }))).toBe("normal");
  expect(await numeric(page.getByRole("main").locator("time").first())).toBe("tabular-nums");
  await open(page, "/settings/account");
  expect(await numeric(page.getByRole("main").locator("input").first())).toBe("normal");
  await openNotifications(page);
  expect(await numeric(page.getByRole("combobox", { name: "Email: How often" }))).toBe("normal");
  expect(await numeric(page.getByRole("combobox", { name: /: from$/ }).first())).toBe("tabular-nums");
});

test("the path to the open page is whole beside the line of saving, at every width that has one", async ({
  page,
}) => {
  const owner = await newOwner("Esther");
  await signIn(page, owner);
  for (const width of [768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["/settings/notifications", "/settings/integrations"]) {
      await open(page, path);
      const here = page.locator("header [aria-current=page]");
      await expect(here).toBeVisible();
      expect(await here.evaluate((one) => one.scrollWidth - one.clientWidth), `${path}, ${width} px`).toBe(0);
    }
  }
});
