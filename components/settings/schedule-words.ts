"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormats, useWallFormats } from "@/components/ui/use-formats";
import { isJsonObject, type Json } from "@/lib/settings/json";
import {
  quietModes,
  type DigestTimes,
  type OwnQuietHours,
  type QuietHours,
  type WorkingHours,
} from "@/lib/settings/schedule-fields";
import type { Formats, WeekdayForm } from "@/lib/time/formats";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";
import { orderedWeek, weekdayRuns } from "./week";

/** A Sunday; its week names the days. */
const someSunday = Date.UTC(2026, 10, 22);
const dayMs = 86_400_000;

type Hours = { start: string; end: string };

/** Wall times as they are written: a list of them has 96, and a page has four lists. */
const written = new WeakMap<Formats, Map<string, string>>();

/** A wall time, "HH:MM", as the person writes times. `utc`: the person's formats on the clock of UTC. */
function wallTime(utc: Formats, time: string): string {
  const known = written.get(utc) ?? new Map<string, string>();
  written.set(utc, known);
  const text = known.get(time) ?? utc.time(`1970-01-01T${time}:00Z`);
  known.set(time, text);
  return text;
}

/** Words for hours, days and pauses of the schedule. */
export function useScheduleWords() {
  const t = useTranslations("settings.notifications.schedule.words");
  const format = useFormatter();
  const { weekStart, moment } = useFormats();
  const utc = useWallFormats();

  const dayName = (day: Weekday, form: WeekdayForm = "short") =>
    utc.weekday(someSunday + weekdays.indexOf(day) * dayMs, form);
  const wall = (time: string) => wallTime(utc, time);
  const hours = ({ start, end }: Hours) => t("hours", { from: wall(start), to: wall(end) });

  /** Three or more days in a row become a range; the order is that of the person's week. */
  function days(on: WorkingHours["days"]): string {
    const runs = weekdayRuns(on, weekStart);
    if (runs.length === 1 && runs[0]?.length === weekdays.length) return t("everyDay");
    return format.list(
      runs.flatMap((run) => {
        const [first, last] = [run.at(0), run.at(-1)];
        if (!first || !last || run.length < 3) return run.map((day) => dayName(day));
        return [t("run", { first: dayName(first), last: dayName(last) })];
      }),
      { type: "unit" },
    );
  }
  const working = (value: WorkingHours) => t("on", { hours: hours(value), days: days(value.days) });
  /** Hours that are off are named too: two devices may have set them differently, and they apply again once on. */
  function quiet({ enabled, urgentPasses, ...value }: QuietHours): string {
    const when = urgentPasses ? t("urgent", { hours: hours(value) }) : hours(value);
    return enabled ? when : t("off", { hours: when });
  }
  /** Hours of a channel that do not hold are not named: the schedule's do, or none. */
  function ownQuiet({ mode, urgentPasses, ...value }: OwnQuietHours): string {
    if (mode === "schedule") return t("asSchedule");
    if (mode === "none") return t("noHours");
    return urgentPasses ? t("urgent", { hours: hours(value) }) : hours(value);
  }
  const digest = ({ time, day }: DigestTimes) => t("digest", { time: wall(time), day: dayName(day, "long") });
  return {
    dayName,
    wall,
    hours,
    ownQuiet,
    week: orderedWeek(weekStart),
    /** A stored value in words; null where it is no value of the schedule. */
    valueOf(value: Json): string | null {
      if (value === "never") return t("notPaused");
      if (typeof value === "string") return t("until", { moment: moment(value) });
      if (isWorkingHours(value)) return working(value);
      if (isOwnQuietHours(value)) return ownQuiet(value);
      if (isDigestTimes(value)) return digest(value);
      return isQuietHours(value) ? quiet(value) : null;
    },
  };
}

const isTime = (value: unknown): value is string => typeof value === "string" && /^\d\d:\d\d$/.test(value);

/** The value has all parts; the field's schema decides whether they fit together. */
export function isWorkingHours(value: Json): value is WorkingHours {
  if (!isJsonObject(value) || !isTime(value.start) || !isTime(value.end)) return false;
  const { days } = value;
  return isJsonObject(days) && weekdays.every((day) => typeof days[day] === "boolean");
}

export const isQuietHours = (value: Json): value is QuietHours =>
  isJsonObject(value) &&
  isTime(value.start) &&
  isTime(value.end) &&
  typeof value.enabled === "boolean" &&
  typeof value.urgentPasses === "boolean";

export const isOwnQuietHours = (value: Json): value is OwnQuietHours =>
  isJsonObject(value) &&
  isTime(value.start) &&
  isTime(value.end) &&
  quietModes.some((mode) => mode === value.mode) &&
  typeof value.urgentPasses === "boolean";

export const isDigestTimes = (value: Json): value is DigestTimes =>
  isJsonObject(value) && isTime(value.time) && weekdays.some((day) => day === value.day);
