"use client";

import { useTranslations } from "next-intl";
import { optionsKeyOf, type Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { cityInName, cityOf, writeOffset } from "@/lib/time/zone-words";
import { offsetOf } from "@/lib/time/zone";
import { usePeriodWords } from "./period-words";
import { usePositionWords } from "./position-words";
import { useScheduleWords } from "./schedule-words";
import { useSettingWords } from "./setting-words";
import { useNow } from "@/components/ui/use-now";
import { useZones } from "@/components/ui/zones";
import { useLocale } from "@/components/ui/use-locale";

/** The kinds of control whose values have parts. */
const inSchedule: ReadonlySet<string> = new Set([
  "workingHours",
  "quietHours",
  "ownQuietHours",
  "digest",
  "pause",
]);

/** A value of any field in words. */
export function useValueWords() {
  const t = useTranslations("settings.values");
  const { find } = useZones();
  const now = useNow();
  const locale = useLocale();
  const { option, duration, percent } = useSettingWords();
  const schedule = useScheduleWords();
  const position = usePositionWords();
  const period = usePeriodWords();

  const zoneWords = (name: string) => {
    const zone = find(name);
    // A name that the page does not know yet, or that no zone has, stands without a clock.
    if (!zone) return cityInName(name);
    // The offset is isolated, because in Hebrew the plus sign would change sides.
    return `${cityOf(zone, locale)} (\u2066${writeOffset(offsetOf(zone, now))}\u2069)`;
  };
  /** The first 40 letters of a text, or the words for an empty one. */
  const text = (written: string) => {
    const [line = ""] = written.trim().split("\n");
    const shown = line.length > 40 || line !== written.trim() ? `${line.slice(0, 40)}…` : line;
    return written.trim() === "" ? t("empty") : `\u2068${shown}\u2069`;
  };
  return ({ titleKey, control }: Pick<Field, "titleKey" | "control">, value: Json): string => {
    if (control.kind === "choice" && typeof value === "string")
      return option(optionsKeyOf({ titleKey, control }), value);
    if (control.kind === "milliseconds" && typeof value === "number") return duration(value);
    if (control.kind === "percent" && typeof value === "number") return percent(value);
    if (control.kind === "timeZone" && typeof value === "string") return zoneWords(value);
    if (control.kind === "text" && typeof value === "string") return text(value);
    if (typeof value === "boolean") return t(String(value));
    return (
      (inSchedule.has(control.kind) ? schedule.valueOf(value) : (position(value) ?? period(value))) ??
      JSON.stringify(value)
    );
  };
}
