import type { ActivityPage, SettingsEvent } from "./event";

/** What one act changed, however many settings: read, undone and restored as one. Never empty. */
export type Entry = {
  readonly key: string;
  readonly events: readonly [SettingsEvent, ...SettingsEvent[]];
};

/** One operation is one act; so is one write past the app, whose changes share a version of their row. */
const actOf = ({ section, project_id, version, op_id }: SettingsEvent): string =>
  op_id ?? `${section} ${project_id} ${version}`;

/** Events (newest first) as entries. An entry stands where its newest event does, its events in the order of being made. */
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
 * The entries that can be shown of what has been read so far. The oldest may go on on the next page: it waits for that
 * page, because half an act would be undone by half. Alone it is shown, lest nothing be.
 */
export function wholeEntries({ events, has_more }: ActivityPage): Entry[] {
  const entries = entriesOf(events);
  return has_more && entries.length > 1 ? entries.slice(0, -1) : entries;
}

export type Day = { readonly at: string; readonly entries: readonly Entry[] };

/** Entries by the reader's day; `dayOf` tells the day of an instant. The order stays. */
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
