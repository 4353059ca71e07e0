import { isoOf } from "@/lib/time/wall-time";
import { listedZones, zoneVersion } from "@/lib/time/zone-table";
import { weekdays } from "@/lib/vocabulary/weekdays";
import { casesAt, minutesOfCase, momentsOf, wallsOfTable } from "./schedule-cases";
import { statesByMinute } from "./schedule-oracle";

/** One case of each zone with the states that the oracle sees: docs/schedule-vectors.md says how to read it. */
export type ScheduleVector = Readonly<{
  zone: string;
  work: string;
  days: string;
  quiet: string | null;
  pausedUntil: string;
  from: string;
  states: readonly (readonly [minute: number, state: string])[];
}>;

const hours = ({ start, end }: { start: string; end: string }) => `${start}-${end}`;

/** A zone after the other takes another of its changes and another of the schedules tried there. */
export const scheduleVectors = (): ScheduleVector[] =>
  listedZones().flatMap((zone, index) => {
    const moments = momentsOf(zone);
    const moment = moments[index % moments.length] ?? 0;
    const cases = casesAt(zone, moment);
    const { schedule, from } = cases[index % cases.length] ?? { from: 0 };
    if (!schedule) return [];
    const seen = statesByMinute(schedule, from, minutesOfCase, wallsOfTable);
    const { workingHours: work, quietHours: quiet } = schedule;
    return {
      zone: zone.id,
      work: hours(work),
      days: weekdays.filter((day) => work.days[day]).join(" "),
      quiet: quiet.enabled ? hours(quiet) : null,
      pausedUntil: schedule.pausedUntil,
      from: isoOf(from),
      states: seen.flatMap((state, minute) => (state === seen[minute - 1] ? [] : [[minute, state] as const])),
    };
  });

/** The file: a vector a line. */
export const vectorsText = (): string =>
  [
    `{ "zoneTable": ${JSON.stringify(zoneVersion)}, "minutes": ${minutesOfCase}, "vectors": [`,
    scheduleVectors()
      .map((vector) => JSON.stringify(vector))
      .join(",\n"),
    "]}",
    "",
  ].join("\n");
