import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { change } from "./harness/changes";
import { card } from "./harness/board";
import { pagesOf } from "./harness/pages";
import { addLead, newOwner } from "./harness/people";
import { prefer } from "./harness/preferences";
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

test("on paper no widget is split between two pages, and the legends keep their colours", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Legenda", { lead: false });
  await addLead(rows.pool, owner.projectId, "Lead of Legenda", "hot");
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const legend = card(page, "monthlyPerformance").locator("ul[aria-hidden] li");
  await expect(legend.first()).toBeVisible();
  const coloursOf = () =>
    legend.evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").backgroundColor));
  const onScreen = await coloursOf();
  await page.emulateMedia({ media: "print" });
  expect(await coloursOf()).toEqual(onScreen);
  expect(new Set(onScreen).size).toBe(2);
  const unprinted = await legend.evaluateAll((all) =>
    all.filter((one) => getComputedStyle(one, "::before").printColorAdjust !== "exact"),
  );
  expect(unprinted, "marks that a printer leaves out as a background").toEqual([]);
  const breaks = await page
    .locator("[data-widget]")
    .evaluateAll((cards) => cards.map((one) => getComputedStyle(one).breakInside));
  expect(breaks).toEqual(Array.from({ length: 8 }, () => "avoid"));
});

test.describe("in a zone other than that of the account", () => {
  test.use({ timezoneId: "Asia/Jerusalem" });

  test("on paper no page has a rail, a bar, a notice or anything that stands still while one scrolls", async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Papyra", { lead: false });
    const leadId = await addLead(rows.pool, owner.projectId, "Lead of Papyra", "hot");
    // The device is elsewhere, which every page asks about until it is answered.
    await prefer(rows, owner, { data_preferences: { timezone: "Europe/London" } });
    await signIn(page, owner);
    const found: Record<string, string[]> = {};
    for (const path of pagesOf(owner, leadId)) {
      await open(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(/Jerusalem/).first(), `the notice of the zone, on ${path}`).toBeVisible();
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
});

test("forced colours leave every button an edge, and axe finds nothing on the dashboard and the leads", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Forsythia", { lead: false });
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Forsythia", "hot");
  await signIn(page, owner);
  const edgeless: string[] = [];
  const found: string[] = [];
  for (const path of [`/dashboard/${owner.projectId}`, "/leads", `/leads/${leadId}`]) {
    await page.emulateMedia({ forcedColors: "none" });
    await open(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // What is told from the page by its background alone would be told by nothing.
    await page.locator("main :is(button, a)").evaluateAll((all) => {
      for (const one of all)
        if (one.checkVisibility() && getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)")
          one.setAttribute("data-filled", "");
    });
    await page.emulateMedia({ forcedColors: "active" });
    edgeless.push(
      ...(await page.locator("[data-filled]").evaluateAll((all) =>
        all
          .filter((one) => {
            const { borderTopWidth, forcedColorAdjust } = getComputedStyle(one);
            return borderTopWidth === "0px" && forcedColorAdjust !== "none";
          })
          .map((one) => one.outerHTML.slice(0, 160)),
      )),
    );
    found.push(...(await violations(page)));
  }
  expect(edgeless).toEqual([]);
  expect(found).toEqual([]);
});

test("forced colours leave the bars, legends and progress of the charts their own", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Forcia", { lead: false });
  await change(owner, "dashboard", { dashboard_preferences: { ownTargets: { leads: 4 } } });
  await addLead(rows.pool, owner.projectId, "Lead of Forcia", "hot");
  // On the first of a month, yesterday is not of this month.
  await rows.pool.query("update public.leads set created_at = now() where project_id = $1", [
    owner.projectId,
  ]);
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

  const legend = card(page, "monthlyPerformance").locator("ul[aria-hidden] li");
  await expect(legend.first()).toBeVisible();
  const marks = await legend.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one, "::before").backgroundColor),
  );
  expect(new Set(marks).size, `what tells this month from the last: ${marks.join(" ")}`).toBe(2);

  const bar = card(page, "performanceTargets").locator("[aria-hidden] > .bg-chart").first();
  await expect(bar).toBeVisible();
  const [filled, track] = await bar.evaluate((one) =>
    [one, one.parentElement ?? one].map((each) => getComputedStyle(each).backgroundColor),
  );
  expect(filled, "how much of the target is reached").not.toBe(track);
});
