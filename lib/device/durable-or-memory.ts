import { browserTimers, type Timers } from "@/lib/live/timers";
import type { Disk, KeyValue, Reunite } from "./key-value";
import { createPatience } from "./patience";

/** A value that is newer than the one on the disk, which was `since` when this tab last saw it. */
type Held = { value: unknown; since: unknown; reunite: Reunite };

/** Where nothing better is known, the value of this tab stays. */
const mine: Reunite = (_, inMemory) => inMemory;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Durable as long as the disk accepts writes. A value that the disk refuses (it is full, or the window is private), or
 * does not take within a few seconds, stays in memory, so that edits are at least sent while the page is open. Each
 * further write tries a disk that refused again; a silent one is left alone until it answers.
 */
export function durableOrMemory(disk: Disk, timers: Pick<Timers, "after"> = browserTimers): KeyValue {
  /** The values on the disk when this tab last read or wrote it. */
  const known = new Map<string, unknown>();
  const inMemory = new Map<string, Held>();
  const regained: (() => void)[] = [];
  let refused = false;
  const patience = createPatience(timers, () => void writeBack());

  function newest(key: string, stored: unknown): unknown {
    const held = inMemory.get(key);
    if (!held) return stored;
    return same(stored, held.since) ? held.value : held.reunite(stored, held.value, held.since);
  }
  function hold(key: string, value: unknown, reunite: Reunite): unknown {
    const before = inMemory.get(key);
    inMemory.set(key, { value, since: before ? before.since : known.get(key), reunite });
    return value;
  }
  /** The disk has written `value`, in which this tab's `folded` went up. */
  function written(key: string, value: unknown, folded: Held | undefined, isLate: boolean) {
    const held = inMemory.get(key);
    known.set(key, value);
    refused = false;
    if (held === folded || held?.value === value) inMemory.delete(key);
    // Whoever waited has gone on from this very value.
    else if (held && isLate) inMemory.set(key, { ...held, since: value });
  }

  async function update(key: string, change: (value: unknown) => unknown, reunite: Reunite = mine) {
    let made: { value: unknown } | null = null;
    const attempt = patience.ask(async (isAwaited) => {
      let folded: Held | undefined;
      const value = await disk.update(key, (stored) => {
        // Whoever waited has gone on in memory: a change made this late would be made twice.
        if (!isAwaited()) throw new Error("too late");
        folded = inMemory.get(key);
        made = { value: change(newest(key, stored)) };
        return made.value;
      });
      written(key, value, folded, !isAwaited());
      return value;
    });
    return attempt.catch(() =>
      hold(key, made === null ? change(newest(key, known.get(key))) : made.value, reunite),
    );
  }
  async function entries(): Promise<[string, unknown][]> {
    try {
      for (const [key, value] of await patience.ask(() => disk.entries())) known.set(key, value);
    } catch {
      refused = true;
    }
    const keys = new Set([...known.keys(), ...inMemory.keys()]);
    return [...keys].map((key) => [key, newest(key, known.get(key))]);
  }
  async function writeBack() {
    for (const [key, { reunite }] of [...inMemory]) await update(key, (value) => value, reunite);
    for (const act of regained) act();
  }
  return {
    entries,
    update,
    async remove(keys) {
      for (const key of keys) [known, inMemory].forEach((values) => values.delete(key));
      await patience.insist(() => disk.remove(keys)).catch(() => undefined);
    },
    isDurable: () => !refused && !patience.isSilent() && inMemory.size === 0,
    async dropStale(key) {
      if (!inMemory.has(key)) return;
      const stale = known.get(key);
      // A value that a tab has been able to write since is newer and stays.
      await patience.ask(() => disk.removeIf(key, (stored) => same(stored, stale))).catch(() => undefined);
    },
    onRegained: (act) => void regained.push(act),
  };
}
