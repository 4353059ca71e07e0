import { languageTag } from "@/lib/vocabulary/language-tag";
import { directionOf, type Locale } from "@/lib/vocabulary/locales";
import { wallOf, type Instant, type Zone } from "./zone";

/** How a person wants dates, times and figures written; `auto` follows their language. */
export type FormatPreferences = {
  readonly dateFormat: "auto" | "dmy" | "mdy" | "ymd";
  readonly timeFormat: "auto" | "h12" | "h23";
  readonly firstDayOfWeek: "auto" | "sunday" | "monday" | "saturday";
  readonly currency: string;
  readonly numberFormat: "auto" | "comma" | "dot" | "space";
};

export type WeekdayForm = "long" | "short";

/** Sunday is 0, as in Date. */
export type WeekStart = 0 | 1 | 6;

export type Formats = {
  /** `Nov 22, 2026`, `22/11/2026`, … */
  date(at: Instant): string;
  /** The date without its year. */
  day(at: Instant): string;
  /** The short name of the month, and its year. */
  monthOfYear(at: Instant): string;
  weekday(at: Instant, form: WeekdayForm): string;
  time(at: Instant): string;
  /** Day and time, without the year if the day's form is unambiguous. */
  moment(at: Instant): string;
  /** Date, with its year, and time. */
  fullMoment(at: Instant): string;
  /** `options` choose sign, unit and decimal places; separators are the person's choice. */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 0.5 is 50 %. */
  percent(share: number, options?: Intl.NumberFormatOptions): string;
  /** A sum in the person's currency, in whole units: the worth of a lead is an estimate. */
  money(sum: number): string;
  readonly weekStart: WeekStart;
  readonly zone: Zone;
};

/** CLDR's first days of the week for the United States, Israel and Egypt. Not every browser's Intl has them. */
const weekStartOf: Record<Locale, WeekStart> = { en: 0, he: 0, ar: 6 };
const weekStarts = { sunday: 0, monday: 1, saturday: 6 } as const;

/** The first day of a person's week. */
export const weekStartFor = (locale: Locale, firstDay: FormatPreferences["firstDayOfWeek"]): WeekStart =>
  firstDay === "auto" ? weekStartOf[locale] : weekStarts[firstDay];

const separators = {
  comma: { group: ",", decimal: "." },
  dot: { group: ".", decimal: "," },
  space: { group: "\u00a0", decimal: "," },
} as const;

/**
 * Server and browser must write the same text, or React reports a mismatch, yet their data differ in age: figures
 * (`languageTag`), calendar and spaces are pinned, and what is written is the wall time that our table gives, in UTC.
 */
const pinned = { calendar: "gregory", timeZone: "UTC" } as const;
const withPlainSpaces = (text: string) => text.replaceAll("\u202f", "\u00a0");

/** Isolates the direction of text: after Arabic letters, `2026-11-22` and `US$` would be shown reversed. */
const isolated = (text: string, locale: Locale) =>
  directionOf(locale) === "rtl" ? `\u2066${text}\u2069` : text;

/** `zone`: every date and time is written on its clock, wherever the device is. */
export function createFormats(locale: Locale, preferences: FormatPreferences, zone: Zone): Formats {
  const { dateFormat, timeFormat, numberFormat, currency } = preferences;
  const tag = languageTag(locale);
  const dates = memoized(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, ...pinned }),
  );
  const numbers = memoized((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
  const wall = (at: Instant) => wallOf(zone, at);

  function write(value: number, options: Intl.NumberFormatOptions = {}): string {
    const own = numberFormat === "auto" ? null : separators[numberFormat];
    const written = ({ type, value }: Intl.NumberFormatPart) => {
      if (own && (type === "group" || type === "decimal")) return own[type];
      return type === "currency" && /[A-Z]/.test(value) ? isolated(value, locale) : value;
    };
    return withPlainSpaces(numbers(options).formatToParts(value).map(written).join(""));
  }
  function writeDate(at: Instant, withYear: boolean): string {
    const options = { day: "numeric", month: "short", year: withYear ? "numeric" : undefined } as const;
    if (dateFormat === "auto") return withPlainSpaces(dates(options).format(wall(at)));
    const [y = "", m = "", d = ""] = new Date(wall(at)).toISOString().slice(0, 10).split("-");
    const parts = { d, m, y };
    const figures = [...dateFormat].flatMap((letter) =>
      letter === "d" || letter === "m" || (letter === "y" && withYear) ? [parts[letter]] : [],
    );
    return isolated(figures.join(dateFormat === "ymd" ? "-" : "/"), locale);
  }
  const date = (at: Instant) => writeDate(at, true);
  const day = (at: Instant) => writeDate(at, false);
  const time = (at: Instant) => withPlainSpaces(dates(clock(locale, timeFormat)).format(wall(at)));
  const separator = locale === "ar" ? "، " : ", ";
  return {
    date,
    day,
    monthOfYear: (at) => withPlainSpaces(dates({ month: "short", year: "numeric" }).format(wall(at))),
    weekday: (at, form) => dates({ weekday: form }).format(wall(at)),
    time,
    // 22/11 alone does not tell day from month: the year is added.
    moment: (at) => `${dateFormat === "auto" ? day(at) : date(at)}${separator}${time(at)}`,
    fullMoment: (at) => `${date(at)}${separator}${time(at)}`,
    number: write,
    percent: (share, options) => write(share, { style: "percent", maximumFractionDigits: 1, ...options }),
    money: (sum) => write(sum, { style: "currency", currency, maximumFractionDigits: 0 }),
    weekStart: weekStartFor(locale, preferences.firstDayOfWeek),
    zone,
  };
}

/** Twelve hours are written without a leading zero, twenty-four with one, so that columns line up. */
function clock(locale: Locale, timeFormat: FormatPreferences["timeFormat"]): Intl.DateTimeFormatOptions {
  const cycle = timeFormat === "auto" ? (locale === "he" ? "h23" : "h12") : timeFormat;
  return { hour: cycle === "h12" ? "numeric" : "2-digit", minute: "2-digit", hourCycle: cycle };
}

/** Making an Intl formatter is slow: one is kept per set of options. */
function memoized<Options extends object, Made>(make: (options: Options) => Made) {
  const known = new Map<string, Made>();
  return (options: Options): Made => {
    const key = JSON.stringify(options);
    const made = known.get(key) ?? make(options);
    known.set(key, made);
    return made;
  };
}
