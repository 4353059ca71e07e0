import type { Page } from "@playwright/test";
import { expect } from "../fixtures";
import type { Owner } from "./people";
import type { Rows } from "./rows";
import { sessionRows } from "./session-rows";

/** The state of the device that spoke last, once it says this of where the person was. */
export const untilKept = (rows: Rows, owner: Owner, expected: Record<string, unknown>) =>
  expect
    .poll(async () => (await sessionRows(rows.pool, owner.userId))[0], {
      message: "what the device keeps",
      // It comes within a second; asking seldom would cost as much again, twelve times.
      intervals: [100],
    })
    .toMatchObject(expected);

export const hotLeads = async (page: Page) => {
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Leads" }).click();
  await page.getByRole("link", { name: /^Hot \d/ }).click();
  await expect(page).toHaveURL(/heat=hot/);
};

const conversions = (page: Page) => page.locator('[data-widget="leadsConversions"]');
/** A heading that only the table of its figures has. */
export const inTable = (page: Page) => conversions(page).getByRole("columnheader", { name: "Share" });

export async function showAsTable(page: Page) {
  await conversions(page)
    .getByRole("button", { name: /^Options/ })
    .click();
  await page.getByRole("menuitem", { name: "Show as a table" }).click();
  await expect(inTable(page)).toBeVisible();
}

export const history = (page: Page) => page.getByRole("button", { name: "History" });

export const offer = (page: Page) => page.getByText(/^Continue where you were on /);
