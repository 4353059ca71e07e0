import { IDBFactory } from "fake-indexeddb";
import { openStore } from "@/lib/device/indexed-db";
import { durableOrMemory } from "@/lib/device/durable-or-memory";
import type { KeyValue } from "@/lib/device/key-value";
import { createSecondCopy } from "@/lib/device/second-copy";
import { twiceKept } from "@/lib/device/twice-kept";

/** The disk of a browser as the product has it: IndexedDB, and a second one of its own. */
export function indexedDisk(): KeyValue {
  const bucket = new IDBFactory();
  const second = createSecondCopy(async () => openStore(() => bucket, "test"));
  return durableOrMemory(twiceKept(() => indexedDB, "test", second));
}
