import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { pagesOf, publicPages } from "./harness/pages";
import { addLead, newOwner } from "./harness/people";
import { prefer, wear } from "./harness/preferences";
import { open, openBell, signIn } from "./harness/steps";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, short enough to read in a failure. */
async function violations(page: Page): Promise<string[]> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

const themes = ["light", "dark", "contrast", "system"] as const;
/** All pages in all languages are looked at in light; `npm run soak` looks at them in every theme. */
const themesOfAllPages = process.env.EVERY_THEME ? themes : themes.slice(0, 1);
const variants = ["en", "he", "ar"].flatMap((locale) => themesOfAllPages.map((theme) => ({ locale, theme })));

for (const { locale, theme } of variants) {
  test(`axe finds nothing on any page in ${locale}, ${theme}`, async ({
    page,
    context,
    rows,
    complaints,
  }) => {
    complaints.expect(/404 \(Not Found\)/);
    const owner = await newOwner("Axel");
    const leadId = await addLead(rows.pool, owner.projectId, "Lead of Axel", "hot");
    await wear(context, { theme, language: locale });
    for (const path of publicPages) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      expect(await violations(page), path).toEqual([]);
    }
    await prefer(rows, owner, { interface_settings: { theme, language: locale } });
    await signIn(page, owner);
    for (const path of pagesOf(owner, leadId)) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page), path).toEqual([]);
    }
  });
}

for (const theme of themes) {
  test(`axe finds nothing in the theme ${theme}, with the bell open`, async ({ page, rows }) => {
    const owner = await newOwner("Ayla");
    const leadId = await addLead(rows.pool, owner.projectId, "Lead of Ayla", "warm");
    await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
    await prefer(rows, owner, { interface_settings: { theme } });
    await signIn(page, owner);
    await open(page, "/settings/dashboard");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    const panel = await openBell(page);
    await expect(panel.getByRole("listitem")).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
  });
}
