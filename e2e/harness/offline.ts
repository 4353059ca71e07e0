import { expect, type Page } from "@playwright/test";
import { untilRemembered } from "./device";
import type { Person } from "./people";
import { isOff, openDashboardSettings, savingLine, settingSwitch } from "./steps";

/** Resolves once the device has put away all that this person's pages need without a network: files and settings. */
export async function readyForOffline(page: Page, person: Pick<Person, "userId">) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await untilRemembered(page, person);
}

/** Switches the insights off while there is no network: the edit waits on this device. */
export async function editOffline(page: Page) {
  await openDashboardSettings(page);
  await page.context().setOffline(true);
  await settingSwitch(page, "Insights").click();
  await isOff(settingSwitch(page, "Insights"));
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
}

/** The sign-in ends without a sign-out, as when it expires. Answers a tab of the same device, with a network. */
export async function loseSignIn(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  await context.clearCookies();
  await context.setOffline(false);
  return context.newPage();
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
