import { describe, expect, it } from "vitest";
import {
  casesAt,
  minutesOfCase,
  momentsOf,
  wallsOfTable,
  type ScheduleCase,
} from "@/lib/testing/schedule-cases";
import { statesByMinute } from "@/lib/testing/schedule-oracle";
import { isoOf } from "@/lib/time/wall-time";
import { listedZones } from "@/lib/time/zone-table";
import { nextChange, stateAt, type Schedule, type ScheduleState } from "./schedule";

/** `EVERY_CHANGE=1` looks at every zone and change; else at one in four hundred. */
const share = process.env.EVERY_CHANGE === "1" ? 1 : 400;
const minuteMs = 60_000;

const moments = listedZones()
  .flatMap((zone) => momentsOf(zone).map((moment) => ({ zone, moment })))
  .filter((_, index) => index % share === 0);

/** The states of the minutes, as the schedule's changes tell them. */
function told(schedule: Schedule, from: number): ScheduleState[] {
  const states: ScheduleState[] = [];
  let at: string | null = isoOf(from);
  while (at !== null && states.length < minutesOfCase) {
    const state = stateAt(schedule, at);
    const next: string | null = nextChange(schedule, at);
    const end = next === null ? minutesOfCase : Math.min((Date.parse(next) - from) / minuteMs, minutesOfCase);
    while (states.length < end) states.push(state);
    at = next;
  }
  return states;
}

/** Minutes in which the schedule says another thing than the oracle; every 97th is also asked by itself. */
function wrongIn({ name, schedule, from }: ScheduleCase): string[] {
  const [said, seen] = [told(schedule, from), statesByMinute(schedule, from, minutesOfCase, wallsOfTable)];
  return seen.flatMap((state, index) => {
    const at = isoOf(from + index * minuteMs);
    const asked = index % 97 === 0 ? stateAt(schedule, at) : state;
    const isRight = said[index] === state && asked === state;
    return isRight ? [] : [`${schedule.timezone}, ${name}, ${at}: ${said[index]}, ${asked}; seen ${state}`];
  });
}

describe("around the changes of clocks from 2024 to 2030", () => {
  it(`the schedule says in every minute what a look at every minute's clock says (1 of ${share} changes)`, () => {
    let compared = 0;
    const wrong: string[] = [];
    for (const { zone, moment } of moments)
      for (const each of casesAt(zone, moment)) {
        wrong.push(...wrongIn(each));
        compared += minutesOfCase;
      }
    console.log(`${compared.toLocaleString("en")} minutes compared, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(share === 1 ? 1_000_000 : 50_000);
  });
});
