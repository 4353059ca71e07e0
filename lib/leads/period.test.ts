import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { listedZones, zoneOf } from "@/lib/time/zone-table";
import { periodPresets, type PeriodChoice } from "@/lib/vocabulary/periods";
import { daysOf, periodOf } from "./period";

/** Zones that the engine knows as our table does: with and without changes of clocks, and days without a midnight. */
const zones = [
  "UTC",
  "Asia/Jerusalem",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Santiago",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/New_York",
];

const none = { from: "", to: "" };
const weekStarts = [0, 1, 6] as const;
const iso = (at: number) => new Date(at).toISOString();
const of = (choice: PeriodChoice, now: string, zone: string, weekStart: 0 | 1 | 6 = 1) =>
  periodOf(choice, Date.parse(now), { zone: zoneOf(zone), weekStart });

const scene = fc.record({
  now: fc.date({ min: new Date("2022-06-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
  zone: fc.constantFrom(...zones),
  weekStart: fc.constantFrom(...weekStarts),
  preset: fc.constantFrom(...periodPresets),
  length: fc.integer({ min: 0, max: 360 }),
});

/** The first and last day of a preset by Temporal's calendar. */
function expectedDays(
  preset: PeriodChoice["preset"],
  today: Temporal.PlainDate,
  length: number,
  weekStart: number,
) {
  const month = today.with({ day: 1 });
  switch (preset) {
    case "today":
      return [today, today] as const;
    case "last7Days":
      return [today.subtract({ days: 6 }), today] as const;
    case "last30Days":
      return [today.subtract({ days: 29 }), today] as const;
    case "thisMonth":
      return [month, today] as const;
    case "lastMonth":
      return [month.subtract({ months: 1 }), month.subtract({ days: 1 })] as const;
    case "thisQuarter":
      return [month.with({ month: today.month - ((today.month - 1) % 3) }), today] as const;
    case "last12Weeks":
      return [today.subtract({ days: ((today.dayOfWeek - weekStart + 7) % 7) + 77 }), today] as const;
    case "last12Months":
      return [month.subtract({ months: 11 }), today] as const;
    case "own":
      return [today.subtract({ days: length }), today] as const;
  }
}

describe("a period", () => {
  it("begins and ends where its days do by another calendar, and so does what comes before it", () => {
    fc.assert(
      fc.property(scene, ({ now, zone, weekStart, preset, length }) => {
        const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDate();
        const [first, last] = expectedDays(preset, today, length, weekStart);
        const own = preset === "own" ? { from: first.toString(), to: last.toString() } : none;
        const period = of({ preset, ...own }, now.toISOString(), zone, weekStart);
        const begins = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
        const days = first.until(last).days + 1;
        expect(period.days).toBe(days);
        expect(period.bounds[0]).toBe(begins(first));
        expect(period.bounds.at(-1)).toBe(begins(last.add({ days: 1 })));
        const [before, until] = period.previous;
        expect(before).toBe(begins(first.subtract({ days })));
        const goesOn = now.getTime() >= begins(first) && now.getTime() < begins(last.add({ days: 1 }));
        const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .subtract({ days })
          .toZonedDateTime(zone).epochMilliseconds;
        const quarter = Math.ceil(then / 900_000) * 900_000;
        expect(until).toBe(goesOn ? Math.min(quarter, begins(first)) : begins(first));
        const month = today.with({ day: 1 });
        expect(period.month).toEqual([begins(month), begins(month.add({ months: 1 }))]);
        expect(period.monthStarts).toBe(month.toString());
      }),
      { numRuns: 500 },
    );
  });

  it("is cut at each hour, midnight, first day of the week or of the month, and nowhere else", () => {
    fc.assert(
      fc.property(scene, ({ now, zone, weekStart, preset, length }) => {
        const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDate();
        const own =
          preset === "own"
            ? { from: today.subtract({ days: length }).toString(), to: today.toString() }
            : none;
        const { bounds, unit } = of({ preset, ...own }, now.toISOString(), zone, weekStart);
        expect(bounds.length).toBeLessThanOrEqual(200);
        expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
        expect(new Set(bounds).size).toBe(bounds.length);
        expect(bounds.every((at) => at % 900_000 === 0)).toBe(true);
        if (unit === "hour") {
          expect(bounds.slice(1, -1).every((at, index) => at - (bounds[index] ?? 0) === 3_600_000)).toBe(
            true,
          );
          return;
        }
        // Every day that begins one, other than the first, by Temporal.
        const begins: number[] = [];
        const at = (index: number) =>
          Temporal.Instant.fromEpochMilliseconds(bounds.at(index) ?? 0).toZonedDateTimeISO(zone);
        const end = at(-1).toPlainDate();
        for (
          let day = at(0).toPlainDate().add({ days: 1 });
          Temporal.PlainDate.compare(day, end) < 0;
          day = day.add({ days: 1 })
        )
          if (unit === "day" || (unit === "week" ? day.dayOfWeek % 7 === weekStart : day.day === 1))
            begins.push(day.toZonedDateTime(zone).epochMilliseconds);
        expect(bounds.slice(1, -1)).toEqual(begins);
      }),
      { numRuns: 300 },
    );
  });

  it("tells how far the clock is ahead at every instant of it", () => {
    fc.assert(
      fc.property(scene, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ now, zone, preset }, share) => {
        const { bounds, clock } = of(
          { preset, from: "2026-01-01", to: "2026-12-31" },
          now.toISOString(),
          zone,
        );
        const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
        const at = Math.floor(from + share * (to - from));
        const minutes = clock.minutes[clock.changes.filter((change) => change <= at).length];
        const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
        expect(minutes).toBe(offset / 60_000_000_000);
      }),
      { numRuns: 300 },
    );
  });

  it("counts a lead at one in the morning of the first of December in Jerusalem for December", () => {
    const lead = Date.parse("2026-11-30T23:00:00Z");
    const { bounds } = of({ preset: "thisMonth", ...none }, "2026-11-30T23:30:00Z", "Asia/Jerusalem");
    expect(iso(bounds[0] ?? 0)).toBe("2026-11-30T22:00:00.000Z");
    expect(lead).toBeGreaterThanOrEqual(bounds[0] ?? Infinity);
    const last = of({ preset: "lastMonth", ...none }, "2026-11-30T23:30:00Z", "Asia/Jerusalem");
    expect(lead).toBeGreaterThanOrEqual(last.bounds.at(-1) ?? Infinity);
  });

  it.each([
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
    ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00.000Z"],
  ])("begins a day without a midnight in %s where its first hour does", (zone, day, begins) => {
    const { bounds } = of({ preset: "own", from: day, to: day }, "2026-06-01T00:00Z", zone);
    expect(iso(bounds[0] ?? 0)).toBe(begins);
    expect(bounds).toHaveLength(24);
  });

  it("of days that are none is the last thirty, and no choice is more than ten years", () => {
    const broken = { preset: "own", from: "2026-02-30", to: "2026-03-01" } as const;
    expect(of(broken, "2026-06-01T00:00Z", "UTC").days).toBe(30);
    for (const own of [
      { from: "", to: "" },
      { from: "2026-02-02", to: "2026-02-01" },
      { from: "2010-01-01", to: "2020-01-02" },
      { from: "2026-02-30", to: "2026-03-01" },
    ])
      expect(daysOf({ preset: "own", ...own }, 0)).toBeNull();
    expect(daysOf({ preset: "own", from: "2010-01-01", to: "2019-12-31" }, 0)).not.toBeNull();
  });

  it("cuts the days of every zone that people choose on a quarter of an hour, as the database counts", () => {
    for (const zone of listedZones())
      for (const now of ["2026-01-15T12:00Z", "2026-07-15T12:00Z"]) {
        const { bounds, previous, month } = periodOf({ preset: "last30Days", ...none }, Date.parse(now), {
          zone,
          weekStart: 0,
        });
        expect([...bounds, ...previous, ...month].filter((at) => at % 900_000 !== 0)).toEqual([]);
      }
  });
});
