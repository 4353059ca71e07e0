import type { JsonObject } from "@/lib/settings/json";

/** What the server last said a row holds. `version` is 0 where there is no row; `at` is when this device learned it. */
export type Snapshot = { overrides: JsonObject; version: number; at: number };

/** A row as it was read from the server: `startedAt` is when the question was asked, in milliseconds of the same clock as `at`. */
export type SnapshotRead = Snapshot & { startedAt: number };

/**
 * An older version never replaces a newer one: answers may overtake each other. There is one exception. Versions of a
 * row only grow, so a question asked after we learned a version and answered with a lower one proves that the row was
 * made anew (a restored or emptied database); then the server is right.
 */
export function newerSnapshot(known: Snapshot | null, read: Snapshot | SnapshotRead): Snapshot {
  const { overrides, version, at } = read;
  const askedLater = known !== null && "startedAt" in read && read.startedAt > known.at;
  return known === null || version >= known.version || askedLater ? { overrides, version, at } : known;
}
