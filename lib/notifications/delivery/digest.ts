import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import { wallOf } from "@/lib/time/zone";
import { zoneOf } from "@/lib/time/zone-table";
import type { Frequency, Situation } from "./situation";
import type { Verdict } from "./verdict";

const hourMs = 3_600_000;

/** A digest as the person set it: `time` "HH:MM" in `timezone`; `day`, 0 for Sunday, of the weekly one. */
export type DigestTimes = Readonly<{ time: string; day: number; timezone: string }>;

/**
 * The first moment after `instant` at which a digest of this frequency goes out: at the full hour of the person's clock,
 * at their hour of a day, or at that of their weekday. An hour that the clocks skip is the later reading.
 */
export function nextDigest(
  frequency: Exclude<Frequency, "immediate">,
  times: DigestTimes,
  instant: string,
): string {
  const at = Date.parse(instant);
  const zone = zoneOf(times.timezone);
  if (frequency === "hourly") {
    // A clock that is put back repeats an hour: the next full hour is an instant, not a reading.
    const past = wallOf(zone, at) % hourMs;
    return isoOf(at - past + hourMs);
  }
  const today = civilDay(at, zone);
  const clock = Date.parse(`1970-01-01T${times.time}Z`);
  for (let day = today; day <= today + 8; day += 1) {
    // Day 0, the first of January 1970, was a Thursday.
    if (frequency === "weekly" && (((day + 4) % 7) + 7) % 7 !== times.day) continue;
    const due = instantAt(zone, day * dayMs + clock);
    if (due > at) return isoOf(due);
  }
  throw new RangeError(`no digest within eight days of ${instant}`);
}

/**
 * What happened before a digest goes out with it. Counted from what happened, not from now: at its hour the rule lets it
 * pass, and a person who turns to "immediate" gets what waits at once, in one message.
 */
export const frequency = ({ notice, wishes }: Situation, now: string): Verdict => {
  if (wishes.frequency === "immediate") return { outcome: "pass" };
  const times = { ...wishes.digest, timezone: wishes.schedule.timezone };
  const until = nextDigest(wishes.frequency, times, notice.occurredAt);
  const inputs = { frequency: wishes.frequency, until };
  if (Date.parse(until) <= Date.parse(now)) return { outcome: "pass", inputs };
  return { outcome: "hold", until, bundle: `digest:${wishes.frequency}`, inputs };
};
