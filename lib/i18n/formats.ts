import type { Formats } from "next-intl";

/** Named formats of figures. Dates and times have none: next-intl writes no date (lib/time/formats does). */
export const formats = {
  number: {
    whole: { maximumFractionDigits: 0 },
    percent: { style: "percent", maximumFractionDigits: 1 },
  },
} satisfies Formats;
