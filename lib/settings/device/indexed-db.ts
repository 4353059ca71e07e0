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

/** A transaction that removes a key if its value is as said; possible where there is no room to write. */
export const removeWhere = (store: UseStore, key: string, isStale: (value: unknown) => boolean) =>
  store("readwrite", (documents) => {
    const reading = documents.get(key);
    reading.onsuccess = () => isStale(reading.result) && documents.delete(key);
    return promisifyRequest(documents.transaction);
  });
