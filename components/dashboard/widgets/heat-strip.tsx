import { useTranslations } from "next-intl";
import { HeatMark } from "@/components/vocabulary/heat-mark";
import { heatFills } from "@/components/dashboard/charts/heat-fills";
import { useFormats } from "@/components/ui/use-formats";
import { cn } from "@/components/ui/cn";
import type { Span } from "@/lib/leads/panels";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import { LeadsLink } from "./leads-link";

type HeatStripProps = { heat: Record<Heat, number>; span: Span; projectId: string };

/** How many of the open leads of the period are how warm: one bar, and each part with its word and number. */
export function HeatStrip({ heat, span, projectId }: HeatStripProps) {
  const t = useTranslations("dashboard.metrics");
  const format = useFormats();
  const total = heats.reduce((sum, one) => sum + heat[one], 0);
  return (
    <div className="border-t border-line p-(--card-pad)">
      <p className="font-medium text-ink-soft">{t("distribution")}</p>
      <div
        aria-hidden="true"
        className="mt-3 flex h-2.5 gap-px overflow-hidden rounded-full bg-sunken forced-color-adjust-none"
      >
        {heats.map((one) => (
          <span
            key={one}
            className={cn("h-full", heatFills[one].background)}
            style={{ inlineSize: `${total === 0 ? 0 : (heat[one] / total) * 100}%` }}
          />
        ))}
      </div>
      <ul className="mt-2.5 flex flex-wrap gap-x-6 gap-y-1.5">
        {heats.map((one) => (
          <li key={one} className="flex items-center gap-2 whitespace-nowrap">
            <HeatMark heat={one} />
            <LeadsLink
              projectId={projectId}
              leads={{ counted: { kind: "open", parts: [one] }, ...span, count: heat[one] }}
              className="font-semibold"
            >
              {format.number(heat[one])}
            </LeadsLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
