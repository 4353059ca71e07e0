/** The operations of a database that the outbox needs. */
export type KeyValue = {
  /** Atomic across all tabs of the browser. */
  update(key: string, change: (value: unknown) => unknown): Promise<unknown>;
  entries(): Promise<[string, unknown][]>;
  remove(keys: string[]): Promise<void>;
  /** False: the last write is lost when the page closes. */
  isDurable(): boolean;
  /** Removes an older value of the key from a disk that refused the present one. */
  dropStale(key: string): Promise<void>;
};

/** A place to keep values, which may refuse. */
export type Disk = Pick<KeyValue, "update" | "entries" | "remove"> & {
  /** Atomic across all tabs; a full disk allows it. */
  removeIf(key: string, isStale: (value: unknown) => boolean): Promise<void>;
};

/** For a test, and for a browser without IndexedDB. */
export function memoryKeyValue(
  initial: ReadonlyMap<string, unknown> = new Map(),
  { durable = true } = {},
): KeyValue & Disk {
  const values = new Map(initial);
  return {
    async update(key, change) {
      const changed = change(values.get(key));
      values.set(key, changed);
      return changed;
    },
    entries: async () => [...values],
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
    removeIf: async (key, isStale) => void (isStale(values.get(key)) && values.delete(key)),
    isDurable: () => durable,
    dropStale: async () => {},
  };
}

/**
 * Durable as long as the disk accepts writes. A value that the disk refuses (it is full, or the window is private) stays
 * in memory, so that edits are at least sent while the page is open; each further write tries the disk again.
 */
export function durableOrMemory(disk: Disk): KeyValue {
  /** The values on the disk when this tab last read or wrote it. */
  const known = new Map<string, unknown>();
  /** Values that the disk refused: newer than those on it. */
  const inMemory = new Map<string, unknown>();
  let refused = false;

  async function readEntries(): Promise<[string, unknown][]> {
    try {
      const stored = await disk.entries();
      for (const [key, value] of stored) known.set(key, value);
      return [...new Map([...stored, ...inMemory])];
    } catch {
      refused = true;
      return [...new Map([...known, ...inMemory])];
    }
  }
  return {
    entries: readEntries,
    async update(key, change) {
      const newest = (stored: unknown) => (inMemory.has(key) ? inMemory.get(key) : stored);
      try {
        const changed = await disk.update(key, (stored) => change(newest(stored)));
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
      await disk.remove(keys).catch(() => undefined);
    },
    isDurable: () => !refused && inMemory.size === 0,
    async dropStale(key) {
      if (!inMemory.has(key)) return;
      const stale = JSON.stringify(known.get(key));
      // A value that a tab has been able to write since is newer and stays.
      await disk.removeIf(key, (stored) => JSON.stringify(stored) === stale).catch(() => undefined);
    },
  };
}
