import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { changeOf, type Metric } from "@/lib/leads/metrics";
import type { Panels } from "@/lib/leads/panels";
import { changeText, metricText } from "./metrics-table";
import { useWords } from "./figure-table";
import { LeadsLink } from "./leads-link";

type ChangeProps = { metric: Metric; period: Panels["period"]; projectId: string };

/** The difference to as many days before, with what it was then: the sign carries the meaning, the colour helps. */
export function Change({ metric, period, projectId }: ChangeProps) {
  const t = useTranslations("dashboard.metrics");
  const words = useWords();
  const { previous, counted, name } = metric;
  const change = changeOf(metric);
  if (previous === null) return null;
  if (change === null) return <span className="text-sm text-ink-faint">{t("noComparison")}</span>;
  const rounded = Math.round(change * 1000);
  const count = typeof previous === "number" && name !== "meetings" ? previous : 0;
  const before = (text: ReactNode) => (
    <LeadsLink projectId={projectId} leads={{ counted, ...period.previous, count }}>
      {text}
    </LeadsLink>
  );
  return (
    <span className="text-sm text-ink-soft">
      <bdi
        className={cn(
          "font-medium whitespace-nowrap",
          rounded > 0 ? "text-positive" : rounded < 0 && "text-danger",
        )}
      >
        {changeText(metric, words)}
      </bdi>{" "}
      {t.rich("comparison", { days: period.days, previous: metricText({ figure: previous }, words), before })}
    </span>
  );
}
