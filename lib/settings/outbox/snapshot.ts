import type { JsonObject } from "@/lib/settings/json";

/** A row as the server last answered it. `version` is 0 where there is no row; `at` is when this device got the answer. */
export type Snapshot = { overrides: JsonObject; version: number; at: number };

/** A row as a page read it; `startedAt` is when the read was started, by the same clock as `at` (milliseconds). */
export type SnapshotRead = Snapshot & { startedAt: number };

/**
 * An older version never replaces a newer one, because answers may overtake each other. There is one exception: versions
 * of a row only grow, so a read that was started after this device learned a version, and was answered with a lower one,
 * proves that the row was made anew (a restored or emptied database). Then the server is right.
 */
export function newerSnapshot(known: Snapshot | null, read: Snapshot | SnapshotRead): Snapshot {
  const { overrides, version, at } = read;
  const askedLater = known !== null && "startedAt" in read && read.startedAt > known.at;
  return known === null || version >= known.version || askedLater ? { overrides, version, at } : known;
}
