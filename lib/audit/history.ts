import type { ActivityPage, SettingsEvent } from "./event";

/** The id after which the next older page begins; null at the record's end. */
export const olderThan = ({ events, has_more }: ActivityPage): number | null =>
  has_more ? (events.at(-1)?.id ?? null) : null;

export const withOlder = (known: ActivityPage, older: ActivityPage): ActivityPage => ({
  events: joined(known.events, older.events),
  has_more: older.has_more,
});

/**
 * Joins the newest page to the known events. If the two do not meet, the newest page replaces the known events: a gap
 * would look like a time without changes.
 */
export function withNewest(known: ActivityPage, newest: ActivityPage): ActivityPage {
  const ids = new Set(known.events.map(({ id }) => id));
  const meets = !newest.has_more || newest.events.some(({ id }) => ids.has(id));
  if (!meets) return newest;
  return newest.has_more ? { events: joined(known.events, newest.events), has_more: known.has_more } : newest;
}

/** Newest first in the server's order: by time, then by id. PostgreSQL's times in UTC compare as text. */
function joined(some: readonly SettingsEvent[], more: readonly SettingsEvent[]): SettingsEvent[] {
  const byId = new Map([...some, ...more].map((event) => [event.id, event]));
  return [...byId.values()].sort((one, other) =>
    one.at === other.at ? other.id - one.id : one.at < other.at ? 1 : -1,
  );
}
