"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "@/components/ui/use-formats";
import type { LayerName } from "@/lib/settings/resolve";
import type { Formats } from "@/lib/time/formats";

const units = [
  { name: "hours", ms: 3_600_000 },
  { name: "minutes", ms: 60_000 },
  { name: "seconds", ms: 1_000 },
] as const;

export type SettingWords = ReturnType<typeof wordsIn>;

/**
 * The words of fields, groups and options, from the messages that the field's `titleKey` names. The same object while
 * language and formats are the same, so that what is drawn with it is not drawn again.
 */
export function useSettingWords(): SettingWords {
  const t = useTranslations("settings");
  const formats = useFormats();
  return useMemo(() => wordsIn(t, formats), [t, formats]);
}

const wordsIn = (t: ReturnType<typeof useTranslations>, formats: Formats) => ({
  title: (titleKey: string) => t(`fields.${titleKey}.title`),
  help: (titleKey: string) => t(`fields.${titleKey}.help`),
  group: (key: string) => t(`groups.${key}.title`),
  groupHelp: (key: string) => t(`groups.${key}.description`),
  option: (titleKey: string, value: string) => t(`fields.${titleKey}.options.${value}`),
  /** A whole number of the largest unit that fits: 90,000 ms are 90 seconds, 120,000 ms are 2 minutes. */
  duration(ms: number) {
    const unit = units.find((candidate) => ms >= candidate.ms && ms % candidate.ms === 0) ?? units[2];
    return t(`duration.${unit.name}`, { count: ms / unit.ms });
  },
  percent: (whole: number) => formats.percent(whole / 100),
  /** Says where a value comes from. */
  origin: (layer: LayerName) => t("layers.from", { layer: t(`layers.${layer}`) }),
});
