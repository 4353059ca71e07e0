"use client";

import { useTranslations } from "next-intl";
import { ScaleControl } from "@/components/leads/scale-control";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { heats, type Heat } from "@/lib/vocabulary/heat";

const chosen: Record<Heat, string> = {
  cold: "has-checked:bg-heat-cold-soft has-checked:text-heat-cold",
  warm: "has-checked:bg-heat-warm-soft has-checked:text-heat-warm",
  hot: "has-checked:bg-heat-hot-soft has-checked:text-heat-hot",
  burning: "has-checked:bg-heat-burning-soft has-checked:text-heat-burning",
};

type HeatControlProps = { heat: Heat; onChange: (heat: Heat) => void };

export function HeatControl({ heat, onChange }: HeatControlProps) {
  const t = useTranslations("heat");
  const steps = heats.map((value) => ({
    value,
    label: t(value),
    icon: heatIcons[value],
    chosen: chosen[value],
  }));
  return <ScaleControl label={t("label")} value={heat} steps={steps} onChange={onChange} />;
}
