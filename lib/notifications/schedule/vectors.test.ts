import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";
import { vectorsText } from "@/lib/testing/schedule-vectors";
import { mapOf } from "@/lib/settings/fields";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";
import { nextChange, stateAt, type Schedule } from "./schedule";

const file = fileURLToPath(new URL("../../../docs/schedule-vectors.json", import.meta.url));
/** After a change that is meant: `UPDATE_VECTORS=1 npx vitest run --project unit lib/notifications/schedule/vectors.test.ts`. */
if (process.env.UPDATE_VECTORS === "1") writeFileSync(file, vectorsText());
const text = readFileSync(file, "utf8");

const { minutes, vectors } = z
  .object({
    minutes: z.number(),
    vectors: z.array(
      z.object({
        zone: z.string(),
        work: z.string(),
        days: z.string(),
        quiet: z.string().nullable(),
        pausedUntil: z.string(),
        from: z.string(),
        states: z.array(z.tuple([z.number(), z.string()])),
      }),
    ),
  })
  .parse(JSON.parse(text));
type Vector = (typeof vectors)[number];

const hoursOf = (written: string) => ({ start: written.slice(0, 5), end: written.slice(6) });
function scheduleOf({ zone, work, days, quiet, pausedUntil }: Vector): Schedule {
  const isOn = (day: Weekday) => days.split(" ").includes(day);
  return {
    timezone: zone,
    workingHours: { ...hoursOf(work), days: mapOf(weekdays, isOn) },
    quietHours: { ...hoursOf(quiet ?? "22:00-08:00"), enabled: quiet !== null },
    pausedUntil,
  };
}

function told(vector: Vector): [number, string][] {
  const schedule = scheduleOf(vector);
  const minuteOf = (at: string) => (Date.parse(at) - Date.parse(vector.from)) / 60_000;
  const states: [number, string][] = [];
  for (
    let at: string | null = vector.from;
    at !== null && minuteOf(at) < minutes;
    at = nextChange(schedule, at)
  )
    states.push([minuteOf(at), stateAt(schedule, at)]);
  return states;
}

it("the published vectors are those of the oracle on our table of zones, in less than 200 kB", () => {
  expect(text).toBe(vectorsText());
  expect(text.length).toBeLessThan(200_000);
});

it("the schedule tells every published vector", () => {
  expect(vectors.length).toBeGreaterThan(300);
  for (const vector of vectors) expect({ ...vector, states: told(vector) }).toEqual(vector);
});
