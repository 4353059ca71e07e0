import { createStore, delMany, entries, update } from "idb-keyval";

/** The little of a database that the outbox needs. `update` is atomic across all tabs of the browser. */
export type KeyValue = {
  update(key: string, change: (value: unknown) => unknown): Promise<unknown>;
  entries(): Promise<[string, unknown][]>;
  remove(keys: string[]): Promise<void>;
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
    entries: () => entries<string, unknown>(store),
    remove: (keys) => delMany(keys, store),
  };
}

export function memoryKeyValue(initial: ReadonlyMap<string, unknown> = new Map()): KeyValue {
  const values = new Map(initial);
  return {
    async update(key, change) {
      const changed = change(values.get(key));
      values.set(key, changed);
      return changed;
    },
    entries: async () => [...values],
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
  };
}

/**
 * Durable as long as the browser lets us. Where it stops (a full disk, a private window) the page goes on in memory
 * with what it last knew, so that edits are at least sent while it is open; what was stored stays stored.
 */
export function durableOrMemory(durable: KeyValue): KeyValue {
  const known = new Map<string, unknown>();
  let memory: KeyValue | null = null;
  const either = async <T>(deed: (store: KeyValue) => Promise<T>): Promise<T> => {
    if (memory) return deed(memory);
    try {
      return await deed(durable);
    } catch {
      memory ??= memoryKeyValue(known);
      return deed(memory);
    }
  };
  return {
    async update(key, change) {
      const changed = await either((store) => store.update(key, change));
      known.set(key, changed);
      return changed;
    },
    async entries() {
      const all = await either((store) => store.entries());
      for (const [key, value] of all) known.set(key, value);
      return all;
    },
    async remove(keys) {
      keys.forEach((key) => known.delete(key));
      await either((store) => store.remove(keys));
    },
  };
}
