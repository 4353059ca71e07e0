import type { KeyValue } from "@/lib/device/key-value";

/** Counts the work under way, so that a test can wait until nothing moves instead of waiting for a time. */
export function workCounter() {
  let busy = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    return work.finally(() => (busy -= 1));
  };
  async function idle() {
    for (let quiet = 0; quiet < 5; quiet = busy === 0 ? quiet + 1 : 0)
      await new Promise<void>((next) => setImmediate(next));
  }
  const countedDisk = (disk: KeyValue): KeyValue => ({
    update: (key, change, reunite) => counted(disk.update(key, change, reunite)),
    entries: () => counted(disk.entries()),
    remove: (keys) => counted(disk.remove(keys)),
    isDurable: disk.isDurable,
    dropStale: (key) => counted(disk.dropStale(key)),
    onRegained: disk.onRegained,
  });
  return { idle, counted, countedDisk };
}
