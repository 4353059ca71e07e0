import fc from "fast-check";
import { expect, it } from "vitest";
import { nextChange, stateAt, type Schedule } from "./schedule";
import { statesByMinute } from "@/lib/testing/schedule-oracle";
import { disagreements } from "@/lib/testing/engine-zones";
import { listedZones } from "@/lib/time/zone-table";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const runs = Number(process.env.CAMPAIGN_RUNS ?? 40);

const offsetClocks = new Map<string, Intl.DateTimeFormat>();
/** The oracle asks the engine for its zones: where those are older than ours, the two disagree, and rightly so. */
const zones = listedZones()
  .filter((zone) => disagreements(zone).length === 0)
  .map(({ id }) => id);
const [winter, summer] = [Date.UTC(2026, 0), Date.UTC(2026, 6)];
/** Three of four tried zones change their clocks; of all zones only a third does. */
const zone = fc.oneof(fc.constantFrom(...zones), {
  weight: 3,
  arbitrary: fc.constantFrom(...zones.filter((name) => offsetAt(name, winter) !== offsetAt(name, summer))),
});
/** A whole minute within the years that our table covers. */
const minute = fc
  .integer({ min: Date.UTC(2020, 0) / minuteMs, max: Date.UTC(2037, 11) / minuteMs })
  .map((minutes) => minutes * minuteMs);
const day = fc.boolean();
const days = fc
  .record({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day })
  .filter((week) => Object.values(week).includes(true));

/** Any time of day, or one within an hour of the clock change, where the rules are subtle. */
const timeNear = (change: number) =>
  fc
    .oneof(
      fc.nat(1439),
      fc.integer({ min: -60, max: 59 }).map((off) => change + off),
    )
    .map((minutes) => (minutes + 1440) % 1440)
    .map((minutes) => [Math.trunc(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, "0")))
    .map((parts) => parts.join(":"));

const hoursNear = (change: number) =>
  fc.record({ start: timeNear(change), end: timeNear(change) }).filter(({ start, end }) => start !== end);

/**
 * A schedule and the first minute of the 24 hours to check; three of four such spans hold a clock change, if the zone
 * has any.
 */
const situation = fc.tuple(zone, minute, fc.nat(3), fc.nat(1439)).chain(([timezone, at, near, before]) => {
  const change = near === 0 ? null : changeAfter(timezone, at);
  const hours = hoursNear(change === null ? 0 : minuteOfDay(timezone, change - minuteMs) + 1);
  const from = change === null ? at : change - before * minuteMs;
  return fc
    .record({
      work: hours,
      days,
      quiet: hours,
      enabled: day,
      pause: fc.option(fc.integer({ min: -900, max: 900 })),
    })
    .map(({ work, days: on, quiet, enabled, pause }) => {
      const pausedUntil = pause === null ? "never" : iso(from + pause * minuteMs);
      const workingHours = { ...work, days: on };
      const schedule: Schedule = { timezone, workingHours, quietHours: { ...quiet, enabled }, pausedUntil };
      return { schedule, at: from };
    });
});

/** The first minute after `from`, within a year, at which the zone's UTC offset changes; null if it does not. */
function changeAfter(timeZone: string, from: number): number | null {
  const offset = (at: number) => offsetAt(timeZone, at);
  for (let at = from; at < from + 366 * dayMs; at += dayMs) {
    let [before, after] = [at, at + dayMs];
    if (offset(before) === offset(after)) continue;
    while (after - before > minuteMs) {
      const middle = before + Math.floor((after - before) / minuteMs / 2) * minuteMs;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    return after;
  }
  return null;
}

function offsetAt(timeZone: string, at: number): string | undefined {
  const clock =
    offsetClocks.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  offsetClocks.set(timeZone, clock);
  return clock.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
}

function minuteOfDay(timeZone: string, at: number): number {
  const clock = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
  });
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return (part.hour ?? 0) * 60 + (part.minute ?? 0);
}

/** The state at `at` and every change within 24 hours, as the schedule tells them. */
function toldOf(schedule: Schedule, at: number): string[] {
  const told = [`${iso(at)} ${stateAt(schedule, iso(at))}`];
  for (let change = nextChange(schedule, iso(at)); change; change = nextChange(schedule, change)) {
    if (Date.parse(change) >= at + dayMs) break;
    told.push(`${iso(Date.parse(change))} ${stateAt(schedule, change)}`);
  }
  return told;
}

const iso = (at: number) => new Date(at).toISOString();

it(
  "equals the minute-by-minute oracle in every zone, and changes exactly when the oracle does",
  { timeout: 1_800_000 },
  () => {
    fc.assert(
      fc.property(situation, ({ schedule, at }) => {
        const seen = statesByMinute(schedule, at, dayMs / minuteMs);
        const expected = seen.flatMap((state, index) =>
          index === 0 || state !== seen[index - 1] ? [`${iso(at + index * minuteMs)} ${state}`] : [],
        );
        expect(toldOf(schedule, at)).toEqual(expected);
        for (let index = 0; index < seen.length; index += 31) {
          const instant = iso(at + index * minuteMs);
          expect([instant, stateAt(schedule, instant)]).toEqual([instant, seen[index]]);
        }
      }),
      { numRuns: runs },
    );
  },
);
