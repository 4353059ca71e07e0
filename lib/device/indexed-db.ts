import { promisifyRequest, type UseStore } from "idb-keyval";

const storeName = "documents";

type Entries = readonly (readonly [key: string, value: unknown])[];

/**
 * The one store of a database, opened when it is first used, and again where the browser closed it. `contents` is what a
 * database that is not there is made with, in the transaction that makes it: no tab ever sees it without. `factory` is
 * asked each time; what throws there refuses here.
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
    // A browser that finds its files damaged, or has them cleared by the person, closes what is open.
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
 * Reads a value and goes on with it in the same transaction; answers when that has ended. What `next` throws ends it
 * without any of its writes and refuses here: thrown in the handler of an event, it would be an error of the page.
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

/** A transaction that removes a key if its value is as said; possible where there is no room to write. */
export const removeWhere = (store: UseStore, key: string, isStale: (value: unknown) => boolean) =>
  store("readwrite", (documents) =>
    readThen(documents, key, (value) => void (isStale(value) && documents.delete(key))),
  );
