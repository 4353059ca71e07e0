import type { Talk, TalkEntry } from "./talk";

/** What a page holds of a conversation: everything that came, and where the time before it begins. */
export type TalkLine = Readonly<{ entries: readonly TalkEntry[]; next: Talk["next"] }>;

/** Instants of the database have microseconds, which a `Date` would lose; in UTC they compare as text. */
const inOrder = (one: TalkEntry, other: TalkEntry) =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1;

const lineOf = (entries: Iterable<TalkEntry>): readonly TalkEntry[] => [...entries].sort(inOrder);

/** The first page as a line, oldest first. */
export const lineFrom = ({ entries, next }: Talk): TalkLine => ({ entries: lineOf(entries), next });

/** With the page before it in time. */
export const withEarlier = (line: TalkLine, { entries, next }: Talk): TalkLine => ({
  entries: lineOf(byId([...entries, ...line.entries])),
  next,
});

/**
 * With the newest page as it is now. What stands in the time of that page and is not on it is gone; what is older stays,
 * and where the page does not reach it, the hole between them is read anew from the page on.
 */
export function withNewest(line: TalkLine, newest: Talk): TalkLine {
  const oldest = newest.entries.at(-1);
  if (newest.next === null || oldest === undefined) return lineFrom(newest);
  const older = line.entries.filter((entry) => inOrder(entry, oldest) < 0);
  const reaches =
    line.entries.length === older.length ? false : line.entries.some(({ id }) => id === oldest.id);
  if (!reaches) return lineFrom(newest);
  return { entries: lineOf(byId([...older, ...newest.entries])), next: line.next };
}

const byId = (entries: readonly TalkEntry[]) => new Map(entries.map((entry) => [entry.id, entry])).values();

export type TalkDay = Readonly<{ day: string; entries: readonly TalkEntry[] }>;

/** The entries of each day, in their order; `dayOf` names the day of an instant on the reader's clock. */
export function talkDays(entries: readonly TalkEntry[], dayOf: (at: string) => string): TalkDay[] {
  const days: { day: string; entries: TalkEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
