import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { locales } from "../../lib/vocabulary/locales";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, short enough to read in a failure. */
export async function violations(page: Page): Promise<string[]> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations: found } = await new AxeBuilder({ page })
    // No page has frames: without this a blank page is opened each time to put the answers of several together.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(rules)
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

export const themes = ["light", "dark", "contrast", "system"] as const;
export type Variant = { locale: string; theme: (typeof themes)[number] };

const inAll = (wanted: readonly Variant["theme"][]) =>
  locales.flatMap((locale) => wanted.map((theme) => ({ locale, theme })));

/** `npm run soak` looks at every page in all of them. */
export const isSoak = Boolean(process.env.EVERY_THEME);

/** All pages in all languages are looked at in light. */
export const variants: readonly Variant[] = inAll(isSoak ? themes : ["light"]);

/** What takes longer to come to is looked at in one that is as far from the usual as can be. */
export const rareVariants: readonly Variant[] = isSoak ? inAll(themes) : [{ locale: "ar", theme: "dark" }];

/** Looks at the page that is open, which really has to be in the language and the theme it is looked at in. */
export async function scan(page: Page, { locale, theme }: Variant) {
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", locale);
  await expect(html).toHaveAttribute("data-theme", theme);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await violations(page), page.url()).toEqual([]);
}
