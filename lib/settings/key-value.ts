import { createStore, delMany, entries, update } from "idb-keyval";

/** The little of a database that the outbox needs. `update` is atomic across all tabs of the browser. */
export type KeyValue = {
  update(key: string, change: (value: unknown) => unknown): Promise<unknown>;
  entries(): Promise<[string, unknown][]>;
  remove(keys: string[]): Promise<void>;
  /** False: what was written last is gone with the page. */
  isDurable(): boolean;
  /** Takes away what lies on the disk under a key, and leaves what is newer in memory. */
  dropStored(key: string): Promise<void>;
};

/** IndexedDB: one read-write transaction per update, which is what keeps two tabs from losing each other's edits. */
export function indexedDbKeyValue(database: string): KeyValue {
  const store = createStore(database, "documents");
  return {
    async update(key, change) {
      let changed: unknown;
      await update<unknown>(key, (value) => (changed = change(value)), store);
      return changed;
    },
    // async: a browser may throw where it should refuse.
    entries: async () => entries<string, unknown>(store),
    remove: async (keys) => delMany(keys, store),
    isDurable: () => true,
    dropStored: async (key) => delMany([key], store),
  };
}

/** For a test, and for a browser without IndexedDB. */
export function memoryKeyValue(
  initial: ReadonlyMap<string, unknown> = new Map(),
  { durable = true } = {},
): KeyValue {
  const values = new Map(initial);
  return {
    async update(key, change) {
      const changed = change(values.get(key));
      values.set(key, changed);
      return changed;
    },
    entries: async () => [...values],
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
    isDurable: () => durable,
    dropStored: async (key) => void values.delete(key),
  };
}

/**
 * Durable as long as the browser lets us. What it refuses to keep (a full disk, a private window) stays in memory, so
 * that edits are at least sent while the page is open; each further write tries the disk again.
 */
export function durableOrMemory(durable: KeyValue): KeyValue {
  const known = new Map<string, unknown>();
  /** Newer than what the disk has under the same key. */
  const inMemory = new Map<string, unknown>();
  let refused = false;

  async function entries(): Promise<[string, unknown][]> {
    try {
      const stored = await durable.entries();
      for (const [key, value] of stored) known.set(key, value);
      return [...new Map([...stored, ...inMemory])];
    } catch {
      refused = true;
      return [...new Map([...known, ...inMemory])];
    }
  }
  return {
    entries,
    async update(key, change) {
      const newest = (stored: unknown) => (inMemory.has(key) ? inMemory.get(key) : stored);
      try {
        const changed = await durable.update(key, (stored) => change(newest(stored)));
        known.set(key, changed);
        inMemory.delete(key);
        refused = false;
        return changed;
      } catch {
        const changed = change(newest(known.get(key)));
        inMemory.set(key, changed);
        return changed;
      }
    },
    async remove(keys) {
      for (const key of keys) [known, inMemory].forEach((values) => values.delete(key));
      await durable.remove(keys).catch(() => undefined);
    },
    isDurable: () => !refused && inMemory.size === 0,
    dropStored: (key) => durable.remove([key]).catch(() => undefined),
  };
}
