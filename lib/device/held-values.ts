import type { Reunite } from "./key-value";

/** A value that is newer than the one on the disk, which was `since` when this value was made of it. */
export type Held = { value: unknown; since: unknown; reunite: Reunite };

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a tab knows of a disk, and the values that it holds in memory because the disk did not take them. */
export function createHeldValues() {
  /** The values on the disk when this tab last read or wrote it. */
  const known = new Map<string, unknown>();
  const held = new Map<string, Held>();

  /** The value of this tab, where `stored` lies on the disk. */
  function newest(key: string, stored: unknown): unknown {
    const own = held.get(key);
    if (!own) return stored;
    return same(stored, own.since) ? own.value : own.reunite(stored, own.value, own.since);
  }
  return {
    newest,
    all: (): [string, unknown][] =>
      [...new Set([...known.keys(), ...held.keys()])].map((key) => [key, newest(key, known.get(key))]),
    held: () => [...held],
    heldAt: (key: string) => held.get(key),
    onDisk: (key: string) => known.get(key),
    see: (entries: readonly [string, unknown][]) => entries.forEach(([key, value]) => known.set(key, value)),
    hold(key: string, one: Held): unknown {
      known.set(key, one.since);
      held.set(key, one);
      return one.value;
    },
    /** The disk has written `value`, in which this tab's `folded` went up. `isLate`: nobody had waited for it any more. */
    written(key: string, value: unknown, folded: Held | undefined, isLate: boolean) {
      const own = held.get(key);
      known.set(key, value);
      if (own === folded || own?.value === value) held.delete(key);
      // Whoever waited has gone on from this very value.
      else if (own && isLate) held.set(key, { ...own, since: value });
    },
    forget: (keys: readonly string[]) =>
      keys.forEach((key) => [known, held].forEach((values) => values.delete(key))),
  };
}
