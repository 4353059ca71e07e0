import { IDBFactory } from "fake-indexeddb";
import { get, set } from "idb-keyval";
import { describe, expect, it } from "vitest";
import { openStore, readThen } from "./indexed-db";

const transition = (type: "pagehide" | "pageshow", persisted: boolean) =>
  Object.assign(new Event(type), { persisted });

/** A page with a database that every page of the browser shares. */
function openPage(files: IDBFactory) {
  const page = new EventTarget();
  return {
    store: openStore(() => files, "test", undefined, page),
    hide: (kept: boolean) => page.dispatchEvent(transition("pagehide", kept)),
    show: () => page.dispatchEvent(transition("pageshow", true)),
  };
}

describe("a page that the browser keeps for the way back", () => {
  it("leaves no transaction behind for which the next page would wait", async () => {
    const files = new IDBFactory();
    const left = openPage(files);
    let hold = true;
    const begun = new Promise<unknown>((resolve) => {
      void left
        .store("readwrite", (documents) => {
          // A page that runs no more code never ends what it has begun; here it begins anew for as long as nobody ends it.
          const goOn = () => {
            resolve(undefined);
            if (hold) documents.get("a").onsuccess = goOn;
          };
          documents.get("a").onsuccess = goOn;
          return new Promise(() => {});
        })
        .catch(() => undefined);
    });
    await begun;
    left.hide(true);
    await set("a", "of the next page", openPage(files).store);
    hold = false;
    expect(await get("a", openPage(files).store)).toBe("of the next page");
  });

  it("closes the database, so that nobody who deletes it waits", async () => {
    const files = new IDBFactory();
    const left = openPage(files);
    await set("a", 1, left.store);
    left.hide(true);
    await new Promise<void>((resolve, reject) => {
      const deleting = files.deleteDatabase("test");
      deleting.onsuccess = () => resolve();
      deleting.onblocked = () => reject(new Error("the page still holds it"));
    });
  });

  it("asks the database again when it is back, and what was asked meanwhile is answered then", async () => {
    const files = new IDBFactory();
    const left = openPage(files);
    await set("a", 1, left.store);
    left.hide(true);
    const asked = get("a", left.store);
    await set("a", 2, openPage(files).store);
    left.show();
    expect(await asked).toBe(2);
    await set("a", 3, left.store);
    expect(await get("a", openPage(files).store)).toBe(3);
  });
});

it("a page that is not kept ends what it has begun", async () => {
  const files = new IDBFactory();
  const { store, hide } = openPage(files);
  await set("a", 1, store);
  const written = store("readwrite", (documents) => {
    const ended = readThen(documents, "a", () => void documents.put(2, "a"));
    hide(false);
    return ended;
  });
  await written;
  expect(await get("a", openPage(files).store)).toBe(2);
});
