import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Counted, LeadFilter } from "@/lib/leads/filter";
import { startOfDay } from "@/lib/time/calendar";
import { civilDay } from "@/lib/time/civil-days";

/** Says which leads a filter is of, and of which days; a chip and the name of a link are made of it. */
export function useCountedWords(): (filter: LeadFilter) => { leads: string; days: string } {
  const range = useTranslations("dashboard.period");
  const format = useFormats();
  const kind = useCountedKind();
  return ({ counted, from, to }) => {
    const [starts, ends] = [Date.parse(from), Date.parse(to)];
    const isWhole = (at: number) => startOfDay(format.zone, civilDay(at, format.zone)) === at;
    // The last day is the one before the period ends. Hours, and the days of another zone, are told with their time.
    const [first, last] =
      isWhole(starts) && isWhole(ends)
        ? [format.date(starts), format.date(ends - 1)]
        : [format.fullMoment(starts), format.fullMoment(ends)];
    const days = first === last ? first : range("range", { from: first, to: last });
    return { leads: kind(counted), days };
  };
}

/** Says what leads count for: "Open and hot or burning". */
function useCountedKind(): (counted: Counted) => string {
  const t = useTranslations("leads.counted");
  const heat = useTranslations("heat");
  const bant = useTranslations("leads.bant");
  const channel = useTranslations("leads.channels");
  const some = (kind: "open" | "bant" | "deals" | "cooled", parts: readonly string[]) =>
    parts.length === 0
      ? t(`${kind}.all`)
      : t(`${kind}.some`, { parts: parts.reduce((before, part) => t("or", { before, part })) });
  return (counted) => {
    switch (counted.kind) {
      case "came":
        return t(`came.${counted.parts[0] ?? "all"}`);
      case "open":
        return some(
          "open",
          counted.parts.map((part) => heat(part)),
        );
      case "bant":
        return some(
          "bant",
          counted.parts.map((part) => bant(part)),
        );
      case "deals":
        return some(
          "deals",
          counted.parts.map((part) => channel(part)),
        );
      case "cooled":
        return some(
          "cooled",
          counted.parts.map((part) => (part === "none" ? t("cooled.none") : bant(part))),
        );
      case "qualified":
      case "meetings":
      case "waiting":
        return t(counted.kind);
    }
  };
}
