"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { heats, type Heat } from "@/lib/vocabulary/heat";

const chosen: Record<Heat, string> = {
  cold: "has-checked:bg-heat-cold-soft has-checked:text-heat-cold",
  warm: "has-checked:bg-heat-warm-soft has-checked:text-heat-warm",
  hot: "has-checked:bg-heat-hot-soft has-checked:text-heat-hot",
  burning: "has-checked:bg-heat-burning-soft has-checked:text-heat-burning",
};

type HeatControlProps = { heat: Heat; onChange: (heat: Heat) => void };

/** The scale of heat as four radios: arrow keys move between them, Tab stops once. Icon and word go with the colour. */
export function HeatControl({ heat, onChange }: HeatControlProps) {
  const t = useTranslations("heat");
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={t("label")}
      className="grid w-full grid-cols-2 gap-1 rounded border border-line bg-card p-1 sm:grid-cols-4"
    >
      {heats.map((one) => {
        const Icon = heatIcons[one];
        return (
          <label
            key={one}
            className={cn(
              "tap flex h-10 min-w-0 cursor-pointer items-center justify-center gap-2 rounded-md px-3 font-medium text-ink-soft transition-colors",
              "hover:bg-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent",
              "has-checked:ring-1 has-checked:ring-current forced-colors:has-checked:bg-[Highlight]",
              chosen[one],
            )}
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === heat}
              onChange={() => onChange(one)}
              className="absolute size-px opacity-0"
            />
            <Icon aria-hidden="true" className="size-4 shrink-0" />
            <span className="truncate">{t(one)}</span>
          </label>
        );
      })}
    </div>
  );
}
