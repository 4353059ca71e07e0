import { expect, type Page } from "@playwright/test";
import { settingsSections } from "../../lib/settings/registry";
import type { Person } from "./people";

/** The key of everything that scripts have stored in this browser for the app. */
export const deviceKeys = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        found.push(...(await answer(database.transaction(store).objectStore(store).getAllKeys())));
      }
      database.close();
    }
    return [...found, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].map(String);
  });

/**
 * Resolves once this device has put away what the server read for the page: this person's settings, and whose they are.
 * A page may stand on the screen for a while before its code has done that; left sooner, nothing is known here.
 */
export const untilRemembered = (page: Page, { userId }: Pick<Person, "userId">) => {
  const kept = settingsSections.map(({ name }) => `document/${userId}/${name}/all`);
  return expect
    .poll(() => deviceKeys(page), { message: "what the device knows" })
    .toEqual(expect.arrayContaining([...kept, "person"]));
};

/** A browser that has forgotten everything but its cookies. */
export const forgetDevice = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
