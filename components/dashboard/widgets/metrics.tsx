import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/dashboard/charts/sparkline";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { Change } from "@/components/dashboard/widgets/change";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import { metricsOf, type Metric } from "@/lib/leads/metrics";
import type { Panel } from "@/lib/leads/panels";

export function Metrics({ data, view, days }: { data: Panel<"metrics">; view: View; days: number }) {
  const t = useTranslations("dashboard.metrics");
  const format = useFormats();
  const count = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const figure = (metric: Metric) => {
    if (metric.name !== "conversion") return count(metric.value);
    const { value, part, whole } = metric;
    return value === null ? t("part", { part: count(part), whole: count(whole) }) : format.percent(value);
  };
  const metrics = metricsOf(data);
  if (view === "classic") {
    return (
      <DataTable
        caption={t("caption")}
        columns={[t("metric"), t("value"), t("changeColumn")]}
        rows={metrics.map((metric) => ({
          key: metric.name,
          cells: [
            t(`names.${metric.name}`),
            figure(metric),
            <Change key="change" metric={metric} days={days} />,
          ],
        }))}
      />
    );
  }
  return (
    // Each cell draws a line above and before itself; the frame hides the outer ones, so lines stand between cells
    // only.
    <dl className="-m-(--card-pad) mt-0 grid grid-cols-2 overflow-hidden rounded-b-lg border-t border-line xl:grid-cols-4">
      {metrics.map((metric) => (
        <div
          key={metric.name}
          className="-mt-px -ms-px flex min-w-0 flex-col border-s border-t border-line p-(--card-pad)"
        >
          <dt className="truncate font-medium text-ink-soft">{t(`names.${metric.name}`)}</dt>
          <dd className="mt-2 flex items-end gap-4">
            <span className="flex min-w-0 flex-col">
              <span className={cn("font-semibold", view === "compact" ? "text-xl" : "text-3xl")}>
                {figure(metric)}
              </span>
              <Change metric={metric} days={days} />
            </span>
            {view === "enhanced" && (
              <span className="hidden min-w-0 grow pb-1 sm:block">
                <Sparkline series={metric.series} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
