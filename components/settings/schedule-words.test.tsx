// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { FormatsContext } from "@/components/ui/formats-context";
import { utc } from "@/lib/time/zone";
import { mapOf } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { defaults, leaves } from "@/lib/settings/sections";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";
import en from "@/messages/en.json";
import { useValueWords } from "./value-words";
import { weekdayRuns } from "./week";

const { workingHours, quietHours } = defaults(notifications).notification_schedule;

function says(key: string, value: Json, timeFormat: "h12" | "h23" = "h23"): string {
  const preferences = {
    dateFormat: "auto",
    timeFormat,
    firstDayOfWeek: "monday",
    currency: "EUR",
    numberFormat: "auto",
  } as const;
  const field = leaves(notifications).get(`notification_schedule.${key}`);
  const { result } = renderHook(() => useValueWords(), {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date("2026-11-23T12:00:00Z")}>
        <FormatsContext value={{ preferences, zone: utc }}>{children}</FormatsContext>
      </NextIntlClientProvider>
    ),
  });
  if (!field) throw new Error(`no field ${key}`);
  return result.current(field, value);
}

const only = (...on: Weekday[]) => mapOf(weekdays, (day) => on.includes(day));

describe("values of the schedule in words", () => {
  it("name hours and days, three in a row as a run", () => {
    expect(says("workingHours", workingHours)).toBe("09:00–18:00, Mon–Fri");
    const some = { ...workingHours, days: only("mon", "tue", "thu", "fri", "sat") };
    expect(says("workingHours", some)).toBe("09:00–18:00, Mon, Tue, Thu–Sat");
    const all = { ...workingHours, days: only(...weekdays) };
    expect(says("workingHours", all)).toBe("09:00–18:00, every day");
  });

  it("are written on the clock the person prefers", () => {
    expect(says("workingHours", workingHours, "h12").replaceAll("\u00a0", " ")).toBe(
      "9:00 AM–6:00 PM, Mon–Fri",
    );
  });

  it("name quiet hours, whether urgent ones pass, and those that are off", () => {
    expect(says("quietHours", quietHours)).toBe("22:00–08:00");
    expect(says("quietHours", { ...quietHours, urgentPasses: true })).toBe("22:00–08:00, urgent ones pass");
    expect(says("quietHours", { ...quietHours, enabled: false })).toBe("off (22:00–08:00 once on)");
  });

  it("name the end of a pause", () => {
    expect(says("pausedUntil", "never")).toBe("not paused");
    expect(says("pausedUntil", "2026-11-24T09:00:00Z")).toBe("until Nov 24, 09:00");
  });

  it("name the hour and the weekday of digests", () => {
    expect(says("digest", { time: "07:30", day: "sun" })).toBe("07:30, weekly on Sunday");
  });

  it("never hide what an older build may have stored", () => {
    expect(says("workingHours", { start: "09:00" })).toBe('{"start":"09:00"}');
  });
});

it("a run of days does not reach over the end of the person's week", () => {
  const weekend = only("sat", "sun");
  expect(weekdayRuns(weekend, 1)).toEqual([["sat", "sun"]]);
  expect(weekdayRuns(weekend, 0)).toEqual([["sun"], ["sat"]]);
});
