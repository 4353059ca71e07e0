import { useTranslations } from "next-intl";

type Reference = { now: Date; style?: "long" | "short"; unit?: "day" };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Each unit in seconds, and how many of it are told before the next is. Weeks and years are the Gregorian calendar's. */
const units = [
  { name: "second", seconds: 1, below: 60 },
  { name: "minute", seconds: minute, below: 60 },
  { name: "hour", seconds: hour, below: 24 },
  { name: "day", seconds: day, below: 7 },
  { name: "week", seconds: 7 * day, below: 4 },
  { name: "month", seconds: (365.25 * day) / 12, below: 12 },
  { name: "year", seconds: 365.25 * day, below: Infinity },
] as const;

const inDays = units.filter(({ name }) => name === "day");

/**
 * How long ago something was, or how soon it is, in the reader's words. The words are the product's own: those of an
 * engine change with its age, and a page would be taken over with other words than the server's.
 */
export function useRelativeTime() {
  const t = useTranslations("common.ago");
  return (at: Date, { now, style = "long", unit }: Reference): string => {
    const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
    const offered = unit ? inDays : units;
    const rounded = offered.map((each) => ({ ...each, count: Math.round(Math.abs(seconds) / each.seconds) }));
    const chosen = rounded.find(({ count, below }) => count < below) ?? rounded.at(-1);
    if (!chosen || chosen.count === 0) return t(unit ? "today" : "now");
    const form = seconds > 0 ? "future" : style === "short" ? "short" : "past";
    return t(`${form}.${chosen.name}`, { count: chosen.count });
  };
}
