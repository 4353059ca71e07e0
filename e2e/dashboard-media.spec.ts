import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { card } from "./harness/board";
import { pagesOf } from "./harness/pages";
import { addLead, newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

test("on paper the dashboard has no rail, bars and buttons, every table whole, and the light theme", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Paperina", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Paperina", "hot");
  await change(owner, "dashboard", { dashboard_preferences: { defaultView: "classic" } });
  await signIn(page, owner);
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, `/dashboard/${owner.projectId}`);
  await expect(card(page, "monthlyPerformance").getByRole("row")).not.toHaveCount(0);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const screenOnly = ["nav", "[data-move]", "[aria-haspopup=menu]"];
  await expect(page.getByRole("banner")).toBeHidden();
  for (const part of await page.locator(screenOnly.join(", ")).all()) await expect(part).toBeHidden();
  const cut = await page
    .locator("[data-widget] div")
    .evaluateAll(
      (parts) =>
        parts.filter(
          (part) =>
            part.scrollHeight > part.clientHeight + 1 &&
            getComputedStyle(part).overflowY !== "visible" &&
            part.clientHeight > 1,
        ).length,
    );
  expect(cut, "scrollers that would print only what is visible").toBe(0);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(255, 255, 255)");
});

test("on paper no page has a rail, a bar, a notice or anything that stands still while one scrolls", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Papyra", { lead: false });
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Papyra", "hot");
  await signIn(page, owner);
  const found: Record<string, string[]> = {};
  for (const path of pagesOf(owner, leadId)) {
    await open(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    found[path] = await page.locator("body *").evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1)
        // A cell that stands still in a table that is scrolled stands where it belongs on paper.
        .filter((one) => !one.matches("th"))
        .filter(
          (one) =>
            ["fixed", "sticky"].includes(getComputedStyle(one).position) ||
            one.matches("nav, header:not(main *), main > :first-child:not(:last-child)"),
        )
        .map((one) => one.outerHTML.slice(0, 160)),
    );
    await page.emulateMedia({ media: "screen" });
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0))).toEqual({});
});

test("forced colours leave the bars and legends of the charts their own", async ({ page, rows }) => {
  const owner = await newOwner("Forcia", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Forcia", "hot");
  await signIn(page, owner);
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, `/dashboard/${owner.projectId}`);
  const bars = card(page, "leadsConversions").locator(".bg-chart");
  await expect(bars.first()).toBeVisible();
  const colours = await bars.evaluateAll((all) => all.map((bar) => getComputedStyle(bar).backgroundColor));
  const canvas = await card(page, "leadsConversions").evaluate(
    (one) => getComputedStyle(one).backgroundColor,
  );
  expect(colours.length).toBeGreaterThan(0);
  expect(colours).not.toContain(canvas);
});
