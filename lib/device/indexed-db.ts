import { promisifyRequest, type UseStore } from "idb-keyval";

const storeName = "documents";

type Entries = readonly (readonly [key: string, value: unknown])[];

/**
 * The one store of a database, opened at its first use, and again where the browser closed it. A database that does not
 * exist yet is made together with `contents` in one transaction, so that no tab ever sees it empty. `factory` is called
 * at each opening; an error that it throws becomes a rejection.
 */
export function openStore(
  factory: () => IDBFactory,
  database: string,
  contents: () => Promise<Entries> = async () => [],
): UseStore {
  let opened: Promise<IDBDatabase> | null = null;

  async function open() {
    const initial = await contents();
    const request = factory().open(database);
    request.onupgradeneeded = () => {
      const documents = request.result.createObjectStore(storeName);
      for (const [key, value] of initial) documents.put(value, key);
    };
    const connection = await promisifyRequest(request);
    // A browser that finds its files damaged, or has them cleared by the person, closes the open database.
    connection.onclose = () => (opened = null);
    return connection;
  }
  function connected() {
    opened ??= open().catch((refusal: unknown) => {
      opened = null;
      throw refusal;
    });
    return opened;
  }
  return async (mode, act) => {
    const connection = await connected();
    return act(connection.transaction(storeName, mode).objectStore(storeName));
  };
}

/**
 * Reads a value and hands it to `next` in the same transaction; answers when the transaction has ended. An error in
 * `next` aborts the transaction and becomes a rejection: thrown in an event handler, it would be an error of the page.
 */
export const readThen = (documents: IDBObjectStore, key: string, next: (value: unknown) => void) =>
  new Promise<void>((resolve, reject) => {
    const reading = documents.get(key);
    reading.onsuccess = () => {
      try {
        next(reading.result);
        resolve(promisifyRequest(documents.transaction));
      } catch (refusal) {
        reject(refusal);
        documents.transaction.abort();
      }
    };
    reading.onerror = () => reject(reading.error);
  });

/** Removes a key if its value passes the test. A full disk, which refuses writes, allows this. */
export const removeWhere = (store: UseStore, key: string, isStale: (value: unknown) => boolean) =>
  store("readwrite", (documents) =>
    readThen(documents, key, (value) => void (isStale(value) && documents.delete(key))),
  );
