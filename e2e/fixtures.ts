import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { collectComplaints, type Complaints } from "./harness/console";
import { platformControl, type PlatformControl } from "./harness/platform";
import { openRows, type Rows } from "./harness/rows";

type Fixtures = {
  complaints: Complaints;
  /** A browser of its own, as a second device or a second person has; watched like the first. */
  newDevice: () => Promise<Page>;
  platform: PlatformControl;
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
      complaints.watch(context);
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
      complaints.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  platform: async ({}, use) => {
    await use(platformControl);
    // Whatever a test broke is whole again for the next one, also where it failed half way.
    await platformControl.startDatabase();
    await platformControl.allowSockets();
    await platformControl.mendRest();
    await platformControl.mendAuth();
  },
});

export { expect };
