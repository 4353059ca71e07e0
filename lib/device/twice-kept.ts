import { delMany, entries } from "idb-keyval";
import { openStore, readThen, removeWhere } from "./indexed-db";
import type { Disk } from "./key-value";
import type { Copy, SecondCopy } from "./second-copy";

/** The key, among the documents of the first copy, of its number of writes. An older build ignores the key. */
const writesKey = "writes";

type Entry = [key: string, value: unknown];

const writesIn = (all: readonly Entry[]): number => countOf(all.find(([key]) => key === writesKey)?.[1]);
const countOf = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Answers the written value and the number of the write. */
async function updateCounted(documents: IDBObjectStore, key: string, change: (value: unknown) => unknown) {
  const counting = documents.get(writesKey);
  let written: Copy = { write: 0, value: undefined };
  await readThen(documents, key, (value) => {
    // IndexedDB answers requests in order: the count has been read by then.
    written = { write: countOf(counting.result) + 1, value: change(value) };
    documents.put(written.value, key);
    documents.put(written.write, writesKey);
  });
  return written;
}

/**
 * IndexedDB and a second copy of its contents (docs/decisions/054): a browser that finds its files damaged throws the
 * whole database away, and the next database is made from the second copy. Reads ask the first copy alone; a write is
 * answered when both copies have it. An update is one read-write transaction of the first copy, so that two tabs never
 * lose each other's edits.
 */
export function twiceKept(factory: () => IDBFactory, database: string, second: SecondCopy): Disk {
  /** The contents of the second copy before the first was opened. */
  let found: [string, Copy][] = [];
  let compared = false;
  const first = openStore(factory, database, async () => {
    found = await second.entries();
    const writes = Math.max(0, ...found.map(([, { write }]) => write));
    return [...found.map(([key, { value }]): Entry => [key, value]), [writesKey, writes]];
  });

  /** Brings the second copy up to the first after a crash between the two writes, or after the browser threw it away. */
  async function compare(documents: readonly Entry[], write: number) {
    const values = new Map(documents);
    const copies = new Map(found);
    for (const [key, copy] of copies)
      if (!values.has(key)) await second.removeIf(key, (present) => present.write === copy.write);
    for (const [key, value] of values)
      if (JSON.stringify(copies.get(key)?.value) !== JSON.stringify(value))
        await second.put(key, { write, value });
  }
  return {
    async update(key, change) {
      const written = await first("readwrite", (documents) => updateCounted(documents, key, change));
      await second.put(key, written);
      return written.value;
    },
    async entries() {
      const all = await entries<string, unknown>(first);
      const documents = all.filter(([key]) => key !== writesKey);
      if (!compared) void compare(documents, writesIn(all));
      compared = true;
      return documents;
    },
    async remove(keys) {
      // The second copy first: a value that a crash left in the second copy alone could come back one day.
      await second.remove(keys);
      await delMany(keys, first);
    },
    async removeIf(key, isStale) {
      await second.removeIf(key, ({ value }) => isStale(value));
      await removeWhere(first, key, isStale);
    },
  };
}
