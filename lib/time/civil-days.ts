import type { Instant } from "./formats";

const dayMs = 86_400_000;

/** The zone's calendar day of an instant, as days since 1970-01-01. */
function civilDay(at: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(new Date(at));
  const figure = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(figure("year"), figure("month") - 1, figure("day")) / dayMs;
}

/** How many midnights of the zone lie between two instants. A day of 23 or 25 hours is one day. */
export const daysBetween = (from: Instant, to: Instant, timeZone: string): number =>
  civilDay(to, timeZone) - civilDay(from, timeZone);
