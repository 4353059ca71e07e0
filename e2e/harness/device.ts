import { expect, type Page } from "@playwright/test";
import { settingsSections } from "../../lib/settings/registry";
import type { Person } from "./people";

/** Of the two copies on a device: the one in the databases of every browser, and the one in the buckets of Chromium. */
type Copy = "first" | "buckets";

/** The key of everything that scripts have stored in this browser for the app, in either copy. */
export const deviceKeys = async (page: Page): Promise<string[]> => (await onDevice(page)).map(([key]) => key);

/** Everything that scripts have stored in this browser for the app, in either copy: keys, and values as JSON. */
export const onDevice = (page: Page): Promise<[key: string, value: string][]> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: [string, string][] = [];
    const textOf = (value: unknown) => JSON.stringify(value) ?? "";
    const buckets = navigator.storageBuckets;
    const opened = await Promise.all((await buckets?.keys())?.map((name) => buckets?.open(name)) ?? []);
    for (const databases of [indexedDB, ...opened.flatMap((bucket) => bucket?.indexedDB ?? [])]) {
      for (const { name } of await databases.databases()) {
        const database = await answer(databases.open(name ?? ""));
        for (const store of database.objectStoreNames) {
          const objects = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
          for (const [at, key] of keys.entries()) found.push([String(key), textOf(values[at])]);
        }
        database.close();
      }
    }
    return [...found, ...Object.entries({ ...localStorage }), ...Object.entries({ ...sessionStorage })].map(
      ([key, value]): [string, string] => [key, String(value)],
    );
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

/**
 * A browser that has forgotten everything but its cookies, or one of the copies. Leaves the page on a bare picture:
 * no code of the app runs there that could hold the databases open, or remember something anew.
 */
export async function forgetDevice(
  page: Page,
  copies: readonly Copy[] = ["first", "buckets"],
): Promise<void> {
  await page.goto("/icon.svg");
  await page.evaluate(async (wanted) => {
    if (wanted.includes("first"))
      for (const { name } of await indexedDB.databases())
        await new Promise((resolve, reject) => {
          const deletion = indexedDB.deleteDatabase(name ?? "");
          deletion.onsuccess = resolve;
          deletion.onerror = () => reject(deletion.error);
        });
    const buckets = navigator.storageBuckets;
    if (wanted.includes("buckets"))
      for (const name of (await buckets?.keys()) ?? []) await buckets?.delete(name);
  }, copies);
}
