import { expect, type Page } from "@playwright/test";
import { untilRemembered } from "./device";
import type { Person } from "./people";

/** Resolves once the device has put away all that this person's pages need without a network: files and settings. */
export async function readyForOffline(page: Page, person: Pick<Person, "userId">) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await untilRemembered(page, person);
}

/** Everything the service worker keeps: path -> text, fonts left out. */
export const keptFiles = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const files: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        const answer = await cache.match(request);
        files.push([pathname, pathname.endsWith(".woff2") ? "" : ((await answer?.text()) ?? "")]);
      }
    }
    return Object.fromEntries(files);
  });

export const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
