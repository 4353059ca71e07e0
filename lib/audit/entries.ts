import type { ActivityPage, SettingsEvent } from "./event";

/** The changes of one act: shown, undone and restored together. Never empty. */
export type Entry = {
  readonly key: string;
  readonly events: readonly [SettingsEvent, ...SettingsEvent[]];
};

/**
 * The key of an event's act: its operation or, for a write past the app, the row and version that its changes share.
 */
const actOf = ({ section, project_id, version, op_id }: SettingsEvent): string =>
  op_id ?? `${section} ${project_id} ${version}`;

/** Groups events (newest first) into entries, ordered by their newest event; an entry's events are oldest first. */
export function entriesOf(events: readonly SettingsEvent[]): Entry[] {
  const byAct = new Map<string, [SettingsEvent, ...SettingsEvent[]]>();
  for (const event of events) {
    const known = byAct.get(actOf(event));
    if (known) known.unshift(event);
    else byAct.set(actOf(event), [event]);
  }
  return [...byAct].map(([key, own]) => ({ key, events: own }));
}

/**
 * The entries of a page that can be shown. The oldest entry may continue on the next page and is left out until that
 * page is read: half an entry would undo half an act. An only entry is shown all the same.
 */
export function wholeEntries({ events, has_more }: ActivityPage): Entry[] {
  const entries = entriesOf(events);
  return has_more && entries.length > 1 ? entries.slice(0, -1) : entries;
}

export type Day = { readonly at: string; readonly entries: readonly Entry[] };

/** Groups entries by the reader's day, keeping their order; `dayOf` gives the day of an instant. */
export function byDay(entries: readonly Entry[], dayOf: (at: string) => string): Day[] {
  const days: { key: string; at: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const { at } = entry.events[0];
    const last = days.at(-1);
    if (last?.key === dayOf(at)) last.entries.push(entry);
    else days.push({ key: dayOf(at), at, entries: [entry] });
  }
  return days.map(({ at, entries: own }) => ({ at, entries: own }));
}
