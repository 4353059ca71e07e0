import { locales } from "../lib/vocabulary/locales";
import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { prefer } from "./harness/preferences";
import { open, signIn } from "./harness/steps";

for (const language of locales)
  test(`the headings of the matrix stand on one line, and its last column keeps its distance, in ${language}`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Moritz");
    await prefer(rows, owner, { interface_settings: { language } });
    await signIn(page, owner);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, "/settings/notifications");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const table = page.getByRole("main").locator("table").first();
    await expect(table).toBeVisible();
    const { names, links, first, last } = await table.evaluate((one) => {
      /** Where words begin, not the box that holds them. */
      const topOf = (part: Element) => {
        const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const text = words.nextNode();
        if (text) range.selectNode(text);
        return Math.round(range.getBoundingClientRect().top);
      };
      const toEdge = (part: Element | undefined, side: "left" | "right") =>
        part ? Math.abs(part.getBoundingClientRect()[side] - one.getBoundingClientRect()[side]) : -1;
      const isMirrored = document.documentElement.dir === "rtl";
      const heading = one.querySelector("tbody th > span");
      const switches = [...one.querySelectorAll("tbody tr:first-child :is([role=switch], [role=checkbox])")];
      return {
        names: [...one.querySelectorAll("thead th")].slice(1).map(topOf),
        links: [...one.querySelectorAll("thead a")].map(topOf),
        first: toEdge(heading ?? undefined, isMirrored ? "right" : "left"),
        last: toEdge(switches.at(-1), isMirrored ? "left" : "right"),
      };
    });
    expect(names).toHaveLength(7);
    expect(new Set(names).size, `tops of the names: ${names.join(" ")}`).toBe(1);
    expect(links).toHaveLength(4);
    expect(new Set(links).size, `tops of the links: ${links.join(" ")}`).toBe(1);
    expect(last).toBeGreaterThanOrEqual(first);
  });
