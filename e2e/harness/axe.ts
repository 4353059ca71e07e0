import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

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
