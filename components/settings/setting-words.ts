"use client";

import { useLocale, useNow, useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import { describeZone, writeOffset } from "@/lib/time/time-zones";
import type { Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import type { Source } from "@/lib/settings/resolve";
import { usePositionWords } from "./position-words";
import { useScheduleWords } from "./schedule-words";

const units = [
  { name: "hours", ms: 3_600_000 },
  { name: "minutes", ms: 60_000 },
  { name: "seconds", ms: 1_000 },
] as const;

/** The kinds of control whose values have parts. */
const inSchedule: ReadonlySet<string> = new Set(["workingHours", "quietHours", "pause"]);

/** The words of fields, values and sources, from the messages that the field's `titleKey` names. */
export function useSettingWords() {
  const t = useTranslations("settings");
  const formats = useFormats();
  const locale = useLocale();
  const now = useNow();
  const schedule = useScheduleWords();
  const position = usePositionWords();

  /** A whole number of the largest unit that fits: 90,000 ms are 90 seconds, 120,000 ms are 2 minutes. */
  const duration = (ms: number) => {
    const unit = units.find((candidate) => ms >= candidate.ms && ms % candidate.ms === 0) ?? units[2];
    return t(`duration.${unit.name}`, { count: ms / unit.ms });
  };
  const percent = (whole: number) => formats.percent(whole / 100);
  const zone = (id: string) => {
    const { city, offset } = describeZone(id, locale, now);
    // The offset is isolated, because in Hebrew the plus sign would change sides.
    return `${city} (\u2066${writeOffset(offset)}\u2069)`;
  };
  /** The first 40 letters of a text, or the words for an empty one. */
  const text = (written: string) => {
    const [line = ""] = written.trim().split("\n");
    const shown = line.length > 40 || line !== written.trim() ? `${line.slice(0, 40)}…` : line;
    return written.trim() === "" ? t("values.empty") : `\u2068${shown}\u2069`;
  };
  const option = (titleKey: string, value: string) => t(`fields.${titleKey}.options.${value}`);
  /** A value in words. */
  const valueOf = ({ titleKey, control }: Pick<Field, "titleKey" | "control">, value: Json) => {
    if (control.kind === "choice" && typeof value === "string") return option(titleKey, value);
    if (control.kind === "milliseconds" && typeof value === "number") return duration(value);
    if (control.kind === "percent" && typeof value === "number") return percent(value);
    if (control.kind === "timeZone" && typeof value === "string") return zone(value);
    if (control.kind === "text" && typeof value === "string") return text(value);
    if (typeof value === "boolean") return t(`values.${value}`);
    return (
      (inSchedule.has(control.kind) ? schedule.valueOf(value) : position(value)) ?? JSON.stringify(value)
    );
  };
  const source = (from: Source) => t(`sources.${from}`);
  return {
    title: (titleKey: string) => t(`fields.${titleKey}.title`),
    help: (titleKey: string) => t(`fields.${titleKey}.help`),
    group: (key: string) => t(`groups.${key}.title`),
    groupHelp: (key: string) => t(`groups.${key}.description`),
    option,
    duration,
    percent,
    valueOf,
    source,
  };
}
