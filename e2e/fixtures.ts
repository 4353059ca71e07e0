import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { collectComplaints, type Complaints } from "./harness/console";
import { openRows, type Rows } from "./harness/rows";

type Fixtures = {
  complaints: Complaints;
  /** A browser of its own, as a second device or a second person has; watched like the first. */
  newDevice: () => Promise<Page>;
};

/** `page` and every page of `newDevice` fail the test on complaints it did not announce. */
export const test = base.extend<Fixtures, { rows: Rows }>({
  rows: [
    async ({}, use) => {
      const rows = openRows();
      await use(rows);
      await rows.pool.end();
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints = collectComplaints();
      await complaints.watch(context);
      await use(complaints);
      expect(complaints.unexpected(), "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
  newDevice: async ({ browser, complaints, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      await complaints.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
