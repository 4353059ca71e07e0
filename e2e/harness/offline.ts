import { expect, type Page } from "@playwright/test";
import { deviceKeys } from "./device";

/** Resolves once the device has put away all that a page without a network needs: its files, and whose page it is. */
export async function readyForOffline(page: Page) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect.poll(() => deviceKeys(page)).toContain("person");
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
