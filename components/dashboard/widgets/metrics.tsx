import { Sparkline } from "@/components/dashboard/charts/sparkline";
import type { View } from "@/components/dashboard/charts/view";
import { Change } from "@/components/dashboard/widgets/change";
import { cn } from "@/components/ui/cn";
import { metricsOf, rateOf, type Metric } from "@/lib/leads/metrics";
import type { Panel, Panels } from "@/lib/leads/panels";
import { stepsOf } from "@/lib/leads/steps";
import { DataTable } from "./data-table";
import { useWords, wholeSpan } from "./figure-table";
import { HeatStrip } from "./heat-strip";
import { LeadsLink } from "./leads-link";
import { behindMetric, metricsTable, metricText, partText } from "./metrics-table";

type MetricsProps = {
  data: Panel<"metrics">;
  period: Panels["period"];
  /** When it was counted. */
  at: string;
  view: View;
  projectId: string;
};

export function Metrics({ data, period, at, view, projectId }: MetricsProps) {
  const words = useWords();
  if (view === "classic")
    return <DataTable projectId={projectId} table={metricsTable(data, period, words)} />;
  return (
    // Each cell draws a line above and before itself; the frame hides the outer ones, so lines stand between cells
    // only.
    <div className="@container -m-(--card-pad) mt-0 flex grow flex-col overflow-hidden rounded-b-lg border-t border-line">
      <dl className="grid grow grid-cols-2 @lg:grid-cols-4">
        {metricsOf(data).map((metric) => (
          <div
            key={metric.name}
            className="-mt-px -ms-px flex min-w-0 flex-col border-s border-t border-line p-(--card-pad)"
          >
            <dt className="font-medium text-ink-soft">{words.t(`dashboard.metrics.names.${metric.name}`)}</dt>
            <dd className="mt-2 flex items-end gap-4 tabular-nums">
              <span className="flex min-w-0 flex-col">
                <Figure metric={metric} period={period} projectId={projectId} small={view === "compact"} />
                <Change metric={metric} period={period} projectId={projectId} />
              </span>
              {view === "enhanced" && metric.series && (
                <span className="hidden min-w-0 grow pb-1 @3xl:block">
                  <Sparkline steps={stepsOf(metric.series, period, Date.parse(at), metric.of)} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <HeatStrip heat={data.heat} span={wholeSpan(period)} projectId={projectId} />
    </div>
  );
}

type FigureProps = { metric: Metric; period: Panels["period"]; projectId: string; small: boolean };

/** Never in two lines: "4 of 14" is one figure. */
function Figure({ metric, period, projectId, small }: FigureProps) {
  const words = useWords();
  const { figure } = metric;
  const isPart = typeof figure !== "number" && rateOf(figure) === null;
  return (
    <>
      <span
        className={cn(
          "font-semibold whitespace-nowrap",
          small ? "text-xl" : isPart ? "text-2xl" : "text-3xl",
        )}
      >
        <LeadsLink projectId={projectId} leads={behindMetric(metric, period)} quiet>
          {metricText(metric, words)}
        </LeadsLink>
      </span>
      {typeof figure !== "number" && !isPart && (
        <span className="text-sm text-ink-soft">{partText(metric, words)}</span>
      )}
    </>
  );
}
