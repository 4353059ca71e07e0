import type { BrowserContext } from "@playwright/test";

/**
 * Stand-ins for browsers that keep nothing, from the next page on: no switch of Chromium makes it refuse. IndexedDB is
 * told to say what Firefox says in a private window and what any browser says with a full disk.
 */
export const refuseStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("A mutation operation was attempted on a database", "InvalidStateError");
    };
  });

/** What was written before can still be read. */
export const fillStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The disk is full", "QuotaExceededError");
    };
  });

/** The same found out late, as with a quota: each write is taken, and the transaction then ends without it. */
export const fillStorageLate = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...entry) {
      const request = put.apply(this, entry);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  });

/** Each opening of a database is begun, and never answered. */
export const muteStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...database) {
      const request = open.apply(this, database);
      for (const type of ["success", "error", "upgradeneeded", "blocked"])
        request.addEventListener(type, (event) => event.stopImmediatePropagation());
      return request;
    };
  });
