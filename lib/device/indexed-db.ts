import { promisifyRequest, type UseStore } from "idb-keyval";
import { listen } from "@/lib/live/page-events";

const storeName = "documents";

type Entries = readonly (readonly [key: string, value: unknown])[];

/** Where a page tells that it is hidden and shown; null where there is no page. */
const ownPage = typeof window === "undefined" ? null : window;

/**
 * The one store of a database, opened at its first use, and again where the browser closed it. A database that does not
 * exist yet is made together with `contents` in one transaction, so that no tab ever sees it empty. `factory` is called
 * at each opening; an error that it throws becomes a rejection.
 *
 * A page that the browser keeps for the way back runs no more code, and would hold what it has begun: every other page
 * would wait for it. So the database is closed when the page is left, what is under way is given up, and what is asked
 * from then on waits until the page is back (docs/decisions/056).
 */
export function openStore(
  factory: () => IDBFactory,
  database: string,
  contents: () => Promise<Entries> = async () => [],
  page: EventTarget | null = ownPage,
): UseStore {
  let opened: Promise<IDBDatabase> | null = null;
  const underWay = new Set<IDBTransaction>();
  let back: Promise<void> | null = null;
  if (page) listen(page, ["pagehide"], leave);

  function leave(event: Event) {
    back = new Promise((resolve) => {
      const stop = listen(event.currentTarget ?? window, ["pageshow"], () => {
        stop();
        back = null;
        resolve();
      });
    });
    void opened?.then((connection) => connection.close()).catch(() => undefined);
    opened = null;
    // A page that is not kept ends what it has begun by itself.
    if (Reflect.get(event, "persisted") === true) [...underWay].forEach(giveUp);
  }

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
    if (back) await back;
    const connection = await connected();
    const transaction = connection.transaction(storeName, mode);
    underWay.add(transaction);
    for (const end of ["complete", "abort"])
      transaction.addEventListener(end, () => underWay.delete(transaction));
    return act(transaction.objectStore(storeName));
  };
}

function giveUp(transaction: IDBTransaction) {
  try {
    transaction.abort();
  } catch {
    // It is being written already and asks nothing of the page any more.
  }
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
