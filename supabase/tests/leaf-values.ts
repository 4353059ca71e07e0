import { safeParse } from "@/lib/schema";
import type { Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { weekdays } from "@/lib/vocabulary/weekdays";

const days = (...open: string[]) => Object.fromEntries(weekdays.map((day) => [day, open.includes(day)]));

/** A few values that a leaf accepts, its default among them, so that two histories of it meet often. */
export function valuesOf(field: Field): Json[] {
  const { control } = field;
  const others: Json[] = [];
  if (typeof field.default === "boolean") others.push(true, false);
  if (control.kind === "choice" || control.kind === "percent") others.push(...control.options);
  if (control.kind === "milliseconds") others.push(control.min, control.max);
  if (control.kind === "text") others.push("one", "two");
  if (control.kind === "timeZone") others.push("Europe/Paris", "Asia/Jerusalem");
  if (control.kind === "pause") others.push("2026-12-24T08:00:00Z");
  if (control.kind === "workingHours")
    others.push(
      { start: "22:00", end: "06:00", days: days("sun", "mon") },
      { start: "10:00", end: "11:00", days: days("tue") },
    );
  if (control.kind === "quietHours")
    others.push({ enabled: false, start: "23:00", end: "07:00", urgentPasses: true });
  if (control.kind === "ownQuietHours")
    others.push(
      { mode: "own", start: "23:00", end: "07:00", urgentPasses: true },
      { mode: "none", start: "22:00", end: "08:00", urgentPasses: false },
    );
  if (control.kind === "digest") others.push({ time: "07:30", day: "sun" });
  if (control.kind === "none")
    others.push({ x: 1, y: 1, w: 1, h: 2, collapsed: true }, { x: 0, y: 7, w: 2, h: 1, collapsed: false });
  return [field.default, ...others].filter((value) => safeParse(field.schema, value).success);
}

/** What no leaf accepts, and what some refuse: a value of another time, or of another field. */
export const strangeValues: Json[] = [
  7,
  -1,
  1.5,
  "",
  "gone",
  [],
  {},
  { start: "09:00", end: "09:00", days: days("mon") },
  { start: "09:00", end: "10:00", days: days() },
  { enabled: true, start: "08:00", end: "08:00", urgentPasses: true },
  { x: 1, y: 1, w: 1 },
  "Mars/Base+3",
];
