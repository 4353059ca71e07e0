import { browserTimers, type Timers } from "@/lib/live/timers";
import { createHeldValues, same, type Held } from "./held-values";
import type { Disk, KeyValue, Reunite } from "./key-value";
import { createPatience } from "./patience";

/** Where nothing better is known, the value of this tab stays. */
const mine: Reunite = (_, inMemory) => inMemory;

/**
 * Durable as long as the disk accepts writes. A value that the disk refuses (it is full, or the window is private), or
 * does not take within a few seconds, stays in memory, so that edits are at least sent while the page is open. Each
 * further write tries a disk that refused again; a silent one is left alone until it answers.
 */
export function durableOrMemory(disk: Disk, timers: Pick<Timers, "after"> = browserTimers): KeyValue {
  const values = createHeldValues();
  const regained: (() => void)[] = [];
  let refused = false;
  const patience = createPatience(timers, () => void writeBack());

  async function update(key: string, change: (value: unknown) => unknown, reunite: Reunite = mine) {
    let made: { value: unknown; since: unknown } | null = null;
    const make = (since: unknown) => (made = { value: change(values.newest(key, since)), since });
    const attempt = patience.ask(async (isAwaited) => {
      let folded: Held | undefined;
      const value = await disk.update(key, (stored) => {
        // Whoever waited has gone on in memory: a change made this late would be made twice.
        if (!isAwaited()) throw new Error("too late");
        folded = values.heldAt(key);
        return make(stored ?? values.onDisk(key)).value;
      });
      values.written(key, value, folded, !isAwaited());
      refused = false;
      return value;
    });
    // A disk may hand over its value, and then refuse the one that was made of it.
    return attempt.catch(() => values.hold(key, { ...(made ?? make(values.onDisk(key))), reunite }));
  }
  async function entries() {
    await patience.ask(() => disk.entries()).then(values.see, () => (refused = true));
    return values.all();
  }
  async function writeBack() {
    for (const [key, { reunite }] of values.held()) await update(key, (value) => value, reunite);
    for (const act of regained) act();
  }
  return {
    entries,
    update,
    async remove(keys) {
      values.forget(keys);
      await patience.insist(() => disk.remove(keys)).catch(() => undefined);
    },
    isDurable: () => !refused && !patience.isSilent() && values.held().length === 0,
    async dropStale(key) {
      if (!values.heldAt(key)) return;
      const stale = values.onDisk(key);
      // A value that a tab has been able to write since is newer and stays.
      await patience.ask(() => disk.removeIf(key, (stored) => same(stored, stale))).catch(() => undefined);
    },
    onRegained: (act) => void regained.push(act),
  };
}
