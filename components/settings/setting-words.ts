"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Source } from "@/lib/settings/resolve";

const units = [
  { name: "hours", ms: 3_600_000 },
  { name: "minutes", ms: 60_000 },
  { name: "seconds", ms: 1_000 },
] as const;

export type SettingWords = ReturnType<typeof useSettingWords>;

/** The words of fields, options and sources. Every name of a field leads to its messages; none is spelled here. */
export function useSettingWords() {
  const t = useTranslations("settings");
  const formats = useFormats();

  /** A whole number of the largest unit that fits: 90,000 ms are 90 seconds, 120,000 ms are 2 minutes. */
  const duration = (ms: number) => {
    const unit = units.find((candidate) => ms >= candidate.ms && ms % candidate.ms === 0) ?? units[2];
    return t(`duration.${unit.name}`, { count: ms / unit.ms });
  };
  return {
    title: (titleKey: string) => t(`fields.${titleKey}.title`),
    help: (titleKey: string) => t(`fields.${titleKey}.help`),
    group: (key: string) => t(`groups.${key}.title`),
    groupHelp: (key: string) => t(`groups.${key}.description`),
    option: (titleKey: string, value: string) => t(`fields.${titleKey}.options.${value}`),
    duration,
    percent: (whole: number) => formats.percent(whole / 100),
    source: (from: Source) => t(`sources.${from}`),
  };
}
