import { wallOf, type Instant, type Zone } from "./zone";

export const dayMs = 86_400_000;

/** The zone's calendar day of an instant, as days since 1970-01-01. */
export const civilDay = (at: Instant, zone: Zone): number => Math.floor(wallOf(zone, at) / dayMs);

/** How many midnights of the zone lie between two instants. A day of 23 or 25 hours is one day. */
export const daysBetween = (from: Instant, to: Instant, zone: Zone): number =>
  civilDay(to, zone) - civilDay(from, zone);
