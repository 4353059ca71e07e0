"use client";

import { cityInName, cityOf, writeOffset } from "@/lib/time/zone-words";
import { offsetOf } from "@/lib/time/zone";
import { usePeriodWords } from "./period-words";
import { usePlainWords, type ValueWords } from "./plain-words";
import { usePositionWords } from "./position-words";
import { useScheduleWords } from "./schedule-words";
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
export function useValueWords(): ValueWords {
  const { find } = useZones();
  const now = useNow();
  const locale = useLocale();
  const plain = usePlainWords();
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
  return (field, value) => {
    const { kind } = field.control;
    const ofParts = () =>
      inSchedule.has(kind) ? schedule.valueOf(value) : (position(value) ?? period(value));
    if (kind === "timeZone" && typeof value === "string") return zoneWords(value);
    return plain(field, value) ?? ofParts() ?? JSON.stringify(value);
  };
}
