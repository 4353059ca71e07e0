import * as s from "@/lib/schema";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";
import { atomic, mapOf, type Field } from "./fields";

export type WorkingHours = { start: string; end: string; days: Record<Weekday, boolean> };
export type QuietHours = { enabled: boolean; start: string; end: string; urgentPasses: boolean };
/** `schedule`: the quiet hours of the schedule hold on the channel, too; `none`: no hours are quiet there. */
export type OwnQuietHours = {
  mode: (typeof quietModes)[number];
  start: string;
  end: string;
  urgentPasses: boolean;
};
export type DigestTimes = { time: string; day: Weekday };

export const quietModes = ["schedule", "own", "none"] as const;

/** Wall time of the schedule's zone, 00:00 to 23:59. */
const time = s.string(s.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const hasLength = ({ start, end }: { start: string; end: string }) => start !== end;

const days = s.strictObject(mapOf(weekdays, () => s.boolean()));

/** A window that ends before it starts reaches into the next day. One that never opens would hold mail for ever. */
export const workingHours = (): Field<WorkingHours> =>
  atomic(
    s.strictObject(
      { start: time, end: time, days },
      s.refine(hasLength, { path: ["end"], message: "equal to the start" }),
      s.refine((hours: WorkingHours) => Object.values(hours.days).includes(true), {
        path: ["days"],
        message: "no day",
      }),
    ),
    {
      start: "09:00",
      end: "18:00",
      days: { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false },
    },
    "workingHours",
    { kind: "workingHours" },
  );

export const quietHours = (): Field<QuietHours> =>
  atomic(
    s.strictObject(
      { enabled: s.boolean(), start: time, end: time, urgentPasses: s.boolean() },
      s.refine(hasLength, { path: ["end"], message: "equal to the start" }),
    ),
    { enabled: true, start: "22:00", end: "08:00", urgentPasses: false },
    "quietHours",
    { kind: "quietHours" },
  );

/** The quiet hours of one channel. The window is kept while it does not hold. */
export const ownQuietHours = (): Field<OwnQuietHours> =>
  atomic(
    s.strictObject(
      { mode: s.oneOf(quietModes), start: time, end: time, urgentPasses: s.boolean() },
      s.refine(hasLength, { path: ["end"], message: "equal to the start" }),
    ),
    { mode: "schedule", start: "22:00", end: "08:00", urgentPasses: false },
    "ownQuietHours",
    { kind: "ownQuietHours" },
  );

/** When digests go out, on the clock of the schedule; the day is that of the weekly one. */
export const digestTimes = (): Field<DigestTimes> =>
  atomic(s.strictObject({ time, day: s.oneOf(weekdays) }), { time: "09:00", day: "mon" }, "digest", {
    kind: "digest",
  });

/** `never`, or the instant until which nothing interrupts: ISO 8601 in UTC. */
export const pausedUntil = (): Field<string> =>
  atomic(
    s.string(
      s.regex(/^(never|\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z)$/),
      s.refine((until: string) => until === "never" || isOnTheCalendar(until), "not a day of the calendar"),
    ),
    "never",
    "pausedUntil",
    { kind: "pause" },
  );

/** Date reads the 31st of February as the 3rd of March: a date is valid where its day comes out as it went in. */
function isOnTheCalendar(instant: string): boolean {
  const read = new Date(instant);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(instant.slice(0, 10));
}
