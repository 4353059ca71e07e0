import { describe, expect, it } from "vitest";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import { createFormats, type FormatPreferences } from "./formats";
import { zoneOf } from "./zone-table";

const auto: FormatPreferences = {
  dateFormat: "auto",
  timeFormat: "auto",
  firstDayOfWeek: "auto",
  currency: "USD",
  numberFormat: "auto",
};
const formats = (change: Partial<FormatPreferences> = {}, locale: Locale = "en", zone = "UTC") =>
  createFormats(locale, { ...auto, ...change }, zoneOf(zone));
/** The text with no-break spaces as plain ones. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const afternoon = "2026-11-05T14:05:00Z";

describe("dates", () => {
  it.each([
    ["en", "Nov 5, 2026", "Nov 5, 2:05 PM"],
    ["he", "5 בנוב׳ 2026", "5 בנוב׳, 14:05"],
    ["ar", "5 نوفمبر 2026", "5 نوفمبر، 2:05 م"],
  ] as const)("follow the language %s where nothing is chosen", (locale, date, moment) => {
    expect(plain(formats({}, locale).date(afternoon))).toBe(date);
    expect(plain(formats({}, locale).moment(afternoon))).toBe(moment);
  });

  it.each([
    ["dmy", "05/11/2026", "05/11"],
    ["mdy", "11/05/2026", "11/05"],
    ["ymd", "2026-11-05", "11-05"],
  ] as const)("stand in the order chosen: %s", (dateFormat, date, day) => {
    expect(formats({ dateFormat }).date(afternoon)).toBe(date);
    expect(formats({ dateFormat }).day(afternoon)).toBe(day);
    expect(plain(formats({ dateFormat }).moment(afternoon))).toBe(`${date}, 2:05 PM`);
  });

  it.each(["he", "ar"] as const)("in figures keep their order among the letters of %s", (locale) => {
    expect(formats({ dateFormat: "ymd" }, locale).date(afternoon)).toBe("\u20662026-11-05\u2069");
  });

  it("are written with European digits in every language, on every machine", () => {
    for (const locale of locales)
      for (const text of [formats({}, locale).fullMoment(afternoon), formats({}, locale).number(1234.5)])
        expect(text).toMatch(/^[^٠-٩]*$/);
  });

  it("have the day of the person's zone, not the server's", () => {
    const late = "2026-11-05T23:30:00Z";
    expect(formats({}, "en", "Asia/Jerusalem").date(late)).toBe("Nov 6, 2026");
    expect(formats({}, "en", "America/New_York").date(late)).toBe("Nov 5, 2026");
  });
});

describe("times", () => {
  it("have twelve or twenty-four hours as chosen, in any language", () => {
    expect(plain(formats({ timeFormat: "h12" }).time(afternoon))).toBe("2:05 PM");
    expect(formats({ timeFormat: "h23" }).time(afternoon)).toBe("14:05");
    expect(formats({ timeFormat: "h23" }, "ar").time(afternoon)).toBe("14:05");
    expect(formats({ timeFormat: "h12" }, "he").time(afternoon)).toMatch(/^2:05/);
  });

  it("write midnight as 00 or 12, never as 24", () => {
    const midnight = "2026-11-05T00:00:00Z";
    expect(formats({ timeFormat: "h23" }).time(midnight)).toBe("00:00");
    expect(plain(formats({ timeFormat: "h12" }).time(midnight))).toBe("12:00 AM");
  });

  it("follow the zone's clock changes", () => {
    const berlin = formats({ timeFormat: "h23" }, "en", "Europe/Berlin");
    expect(["2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z"].map(berlin.time)).toEqual(["01:59", "03:00"]);
    expect(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map(berlin.time)).toEqual(["02:30", "02:30"]);
  });
});

describe("figures", () => {
  it.each([
    ["comma", "1,234,567.5"],
    ["dot", "1.234.567,5"],
    ["space", "1 234 567,5"],
  ] as const)("have the chosen separators, in any language: %s", (numberFormat, written) => {
    for (const locale of locales)
      expect(plain(formats({ numberFormat }, locale).number(1_234_567.5))).toBe(written);
  });

  it("of shares and sums have the chosen separators, too", () => {
    const dot = formats({ numberFormat: "dot", currency: "EUR" });
    expect(dot.percent(0.1234)).toBe("12,3%");
    expect(dot.money(48_000)).toBe("€48.000");
    expect(dot.number(-0.05, { style: "percent", signDisplay: "exceptZero" })).toBe("-5%");
  });

  it("of sums carry the person's currency and keep its direction marks", () => {
    expect(formats({ currency: "ILS" }).money(1_500)).toBe("₪1,500");
    expect(plain(formats({ currency: "ILS" }, "he").money(1_500))).toMatch(/^\u200f1,500 \u200f?₪$/);
    expect(plain(formats({}, "ar").money(1_500)), "US$ is not to turn over").toBe(
      "\u200f1,500 \u2066US$\u2069",
    );
  });
});

describe("the week", () => {
  it("begins on the language's first day, or on the chosen one", () => {
    const start = (firstDayOfWeek: FormatPreferences["firstDayOfWeek"], locale: Locale) =>
      formats({ firstDayOfWeek }, locale).weekStart;
    expect((["en", "he", "ar"] as const).map((locale) => start("auto", locale))).toEqual([0, 0, 6]);
    expect((["sunday", "monday", "saturday"] as const).map((day) => start(day, "he"))).toEqual([0, 1, 6]);
  });
});
