/** The operations of a database that the outbox needs. */
export type KeyValue = {
  /** Atomic across all tabs of the browser. */
  update(key: string, change: (value: unknown) => unknown, reunite?: Reunite): Promise<unknown>;
  entries(): Promise<[string, unknown][]>;
  remove(keys: string[]): Promise<void>;
  /** False: the last write is lost when the page closes. */
  isDurable(): boolean;
  /** Removes an older value of the key from a disk that refused the present one. */
  dropStale(key: string): Promise<void>;
  /** Calls `act` whenever the disk answers again after a silence, when what was in memory is on the disk. */
  onRegained(act: () => void): void;
};

/**
 * One value of two: what lies on the disk now, and what a tab has made in its memory of the value `since`, which lay
 * there before. Asked only where another tab has written meanwhile.
 */
export type Reunite = (stored: unknown, inMemory: unknown, since: unknown) => unknown;

/** A place to keep values, which may refuse. */
export type Disk = Pick<KeyValue, "entries" | "remove"> & {
  /** Atomic across all tabs of the browser. A `change` that throws leaves the value as it is. */
  update(key: string, change: (value: unknown) => unknown): Promise<unknown>;
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
    onRegained: () => {},
  };
}
