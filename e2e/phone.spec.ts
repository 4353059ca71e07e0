import { expect, test } from "./fixtures";
import { pagesOf, publicPages } from "./harness/pages";
import { addLead, newOwner } from "./harness/people";
import { signIn } from "./harness/steps";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("no page is wider than a phone of 360 pixels", async ({ page, rows, complaints }) => {
  complaints.expect(/404 \(Not Found\)/);
  const owner = await newOwner("Philippa-Maximiliane");
  const leadId = await addLead(rows.pool, owner.projectId, "Wolfeschlegelsteinhausenbergerdorff", "burning");
  const widths: Record<string, number> = {};
  const measure = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    widths[path] = await page.evaluate(() => document.documentElement.scrollWidth);
  };
  for (const path of publicPages) await measure(path);
  await signIn(page, owner);
  for (const path of pagesOf(owner, leadId)) await measure(path);
  expect(Object.entries(widths).filter(([, width]) => width > 360)).toEqual([]);
});
