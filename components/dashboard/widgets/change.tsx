import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import type { Metric } from "@/lib/leads/metrics";

/** The difference to as many days before, in words: the sign carries the meaning, the colour helps. */
export function Change({ metric: { name, change }, days }: { metric: Metric; days: number }) {
  const t = useTranslations("dashboard.metrics");
  const format = useFormats();
  if (change === null) return <span className="text-sm text-ink-faint">{t("noComparison")}</span>;
  const options = { signDisplay: "exceptZero", maximumFractionDigits: 1 } as const;
  const figure =
    name === "conversion"
      ? t("points", { change: format.number(change * 100, options) })
      : format.number(change, options);
  const rounded = Math.round(change * 1000);
  return (
    <span className="text-sm text-ink-soft">
      <bdi
        className={cn(
          "font-medium whitespace-nowrap",
          rounded > 0 ? "text-positive" : rounded < 0 && "text-danger",
        )}
      >
        {figure}
      </bdi>{" "}
      {t("comparison", { days })}
    </span>
  );
}
