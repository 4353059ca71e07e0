import type { Formats } from "next-intl";

/** Named formats, so that a date looks the same on every screen. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "short" },
    date: { day: "numeric", month: "short", year: "numeric" },
    time: { hour: "2-digit", minute: "2-digit" },
    moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    percent: { style: "percent", maximumFractionDigits: 1 },
  },
} satisfies Formats;
