import { Flame, FlameKindling, Snowflake, Sun, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { Heat } from "@/lib/vocabulary/heat";

export const heatIcons: Record<Heat, LucideIcon> = {
  cold: Snowflake,
  warm: Sun,
  hot: Flame,
  burning: FlameKindling,
};

export const heatInks: Record<Heat, string> = {
  cold: "text-heat-cold",
  warm: "text-heat-warm",
  hot: "text-heat-hot",
  burning: "text-heat-burning",
};

/** Heat in running text: colour never without its icon and its word. */
export function HeatMark({ heat, className }: { heat: Heat; className?: string }) {
  const t = useTranslations("heat");
  const Icon = heatIcons[heat];
  return (
    <span
      className={cn("inline-flex items-center gap-1.5 align-bottom font-medium", heatInks[heat], className)}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {t(heat)}
    </span>
  );
}

export function HeatBadge({ heat }: { heat: Heat }) {
  const t = useTranslations("heat");
  const Icon = heatIcons[heat];
  return (
    <Badge tone={heat} icon={<Icon aria-hidden="true" />}>
      {t(heat)}
    </Badge>
  );
}
