"use client";

import { useTranslations } from "next-intl";
import { useWallFormats } from "@/components/ui/use-formats";
import { asDashboard } from "@/lib/settings/dashboard-period";
import { isJsonObject, type Json } from "@/lib/settings/json";
import { periodPresets } from "@/lib/vocabulary/periods";

/** Names the days that a dashboard counts. */
export function usePeriodWords() {
  const t = useTranslations("dashboard.period");
  const { date } = useWallFormats();
  /** Returns null for a value that is no period. */
  return (value: Json): string | null => {
    if (value === asDashboard) return t("asDashboard");
    const own = periodPresets.find((one) => one === value);
    if (own) return t(`presets.${own}`);
    if (!isJsonObject(value)) return null;
    const { preset, from, to } = value;
    const named = periodPresets.find((one) => one === preset);
    if (!named || typeof from !== "string" || typeof to !== "string") return null;
    return named === "own" ? t("range", { from: date(from), to: date(to) }) : t(`presets.${named}`);
  };
}
