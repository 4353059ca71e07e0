import { nextChange, stateAt, type Schedule } from "@/lib/notifications/schedule/schedule";
import { createFormats, type FormatPreferences } from "@/lib/time/formats";
import { cityOf, writeOffset } from "@/lib/time/zone-words";
import { offsetOf } from "@/lib/time/zone";
import { listedZones } from "@/lib/time/zone-table";
import { locales } from "@/lib/vocabulary/locales";

/** Both seasons, the changes of 2026 that engines have or lack, the last years of the table, and the night of a change. */
export const instants = [
  ...["2020-02-29T23:59:00Z", "2024-07-01T12:00:00Z", "2026-03-29T01:00:00Z", "2026-11-01T06:30:00Z"],
  ...["2026-12-01T08:30:00Z", "2027-04-02T02:00:00Z", "2033-10-30T00:59:00Z", "2040-08-31T22:00:00Z"],
];

const preferences: FormatPreferences = {
  ...({ dateFormat: "auto", timeFormat: "auto", firstDayOfWeek: "auto" } as const),
  ...({ currency: "USD", numberFormat: "auto" } as const),
};

const schedule = (timezone: string): Schedule => ({
  timezone,
  workingHours: {
    ...{ start: "09:00", end: "18:00" },
    days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: false, sat: false },
  },
  quietHours: { enabled: true, start: "22:00", end: "08:00" },
  pausedUntil: "never",
});

/** What the product writes and decides for every zone, in every language, at each instant: one line each. */
export const clockTexts = (): string[] =>
  listedZones().flatMap((zone) => {
    const written = locales.map((locale) => createFormats(locale, preferences, zone));
    return instants.map((at) =>
      [
        ...[zone.id, ...locales.map((locale) => cityOf(zone, locale)), writeOffset(offsetOf(zone, at))],
        ...written.flatMap((formats) => [formats.fullMoment(at), formats.weekday(at, "long")]),
        ...[stateAt(schedule(zone.id), at), nextChange(schedule(zone.id), at)],
      ].join(" | "),
    );
  });
