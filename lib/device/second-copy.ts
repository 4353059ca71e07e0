import { delMany, entries, type UseStore } from "idb-keyval";
import { number, object, safeParse, unknown, type ValueOf } from "@/lib/schema";
import { browserTimers, type Timers } from "@/lib/live/timers";
import { openStore, readThen, removeWhere } from "./indexed-db";

/** A value, and the number of the first copy's write that made it so: of two tabs that write at once, the later stays. */
const copy = object({ write: number(), value: unknown() });
export type Copy = ValueOf<typeof copy>;

/** Answers always, in the order of the calls: a failure of the second copy must not cost an edit. */
export type SecondCopy = {
  entries(): Promise<[key: string, copy: Copy][]>;
  /** Writes nothing where the copy already holds a later write. */
  put(key: string, written: Copy): Promise<void>;
  remove(keys: string[]): Promise<void>;
  removeIf(key: string, isStale: (copy: Copy) => boolean): Promise<void>;
};

/** Longer than a working disk takes, shorter than a person waits for "kept". */
const patienceMs = 5_000;

/** `open` answers null where the browser has no second place. A copy that once did not answer in time is not used again. */
export function createSecondCopy(
  open: () => Promise<UseStore | null>,
  timers: Pick<Timers, "after"> = browserTimers,
): SecondCopy {
  let opening: Promise<UseStore | null> | null = null;
  let giveUp = () => {};
  const givenUp = new Promise<null>((resolve) => (giveUp = () => resolve(null)));

  async function ask<T>(question: (store: UseStore) => Promise<T>): Promise<T | null> {
    const cancel = timers.after(patienceMs, () => giveUp());
    // async: a browser may throw where it should reject.
    opening ??= (async () => open())().catch(() => null);
    const answer = opening.then((store) => store && question(store)).catch(() => null);
    return Promise.race([answer, givenUp]).finally(cancel);
  }
  return {
    async entries() {
      const found = await ask((store) => entries<string, unknown>(store));
      return (found ?? []).flatMap(([key, value]): [string, Copy][] => {
        const { data } = safeParse(copy, value);
        return data ? [[key, data]] : [];
      });
    },
    async put(key, written) {
      await ask((store) =>
        putLast(store, key, written).catch(() =>
          removeWhere(store, key, (found) => !isLater(found, written)),
        ),
      );
    },
    async remove(keys) {
      await ask((store) => delMany(keys, store));
    },
    async removeIf(key, isStale) {
      await ask((store) =>
        removeWhere(store, key, (value) => {
          const { data } = safeParse(copy, value);
          return data !== undefined && isStale(data);
        }),
      );
    },
  };
}

const isLater = (found: unknown, { write }: Copy) => (safeParse(copy, found).data?.write ?? 0) > write;

const putLast = (store: UseStore, key: string, written: Copy) =>
  store("readwrite", (documents) =>
    readThen(documents, key, (found) => void (isLater(found, written) || documents.put(written, key))),
  );

declare global {
  interface Navigator {
    /** Chromium alone has it: https://wicg.github.io/storage-buckets. Missing where the page is not served over https. */
    readonly storageBuckets?: {
      open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
      keys(): Promise<string[]>;
      delete(name: string): Promise<void>;
    };
  }
}

/** A database of the same name in files of its own, where the browser has a second place to keep some. */
export async function bucketStore(name: string): Promise<UseStore | null> {
  const bucket = await navigator.storageBuckets?.open(name);
  // The store keeps a reference to the bucket: without one, its databases stop answering.
  return bucket ? openStore(() => bucket.indexedDB, name) : null;
}
