import { ProgressRow } from "@/components/dashboard/charts/progress-row";
import type { View } from "@/components/dashboard/charts/view";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { elapsedOf } from "@/lib/leads/pace";
import type { Panel, Panels } from "@/lib/leads/panels";
import type { TargetMetric } from "@/lib/vocabulary/targets";
import { DataTable } from "./data-table";
import { useWords } from "./figure-table";
import { LeadsLink } from "./leads-link";
import { TargetsButton } from "./targets-button";
import type { TargetsEditor } from "./targets-editor";
import { behindTarget, targetsOf, targetsTable, writeAmount, type Target } from "./targets-table";

type PerformanceTargetsProps = {
  data: Panel<"performanceTargets">;
  period: Panels["period"];
  at: string;
  view: View;
  projectId: string;
  own: Readonly<Record<TargetMetric, number>>;
  editor: TargetsEditor;
};

/** The targets of this month, the project's and the person's own, and whether they will be reached. */
export function PerformanceTargets(props: PerformanceTargetsProps) {
  const { data, period, at, view, projectId, own, editor } = props;
  const words = useWords();
  const targets = targetsOf(data, own, period, at);
  const others = data.metrics.filter(({ metric }) => targets.every((target) => target.metric !== metric));
  const elapsed = elapsedOf(Date.parse(period.month.from), Date.parse(period.month.to), Date.parse(at));
  return (
    <>
      {targets.length === 0 && (
        <p className="flex min-h-16 items-center justify-center text-center text-ink-soft">
          {words.t("dashboard.empty.performanceTargets")}
        </p>
      )}
      {view !== "classic" && (
        <div
          className={cn(
            "flex grow flex-col",
            view === "compact" ? "gap-y-(--row-gap)" : "gap-y-[calc(var(--row-gap)*1.3)]",
          )}
        >
          {targets.map((target) => (
            <Row key={target.metric} {...{ target, period, elapsed, view, projectId }} />
          ))}
          {view === "enhanced" &&
            others.map((one) => <Untargeted key={one.metric} {...{ ...one, period, projectId }} />)}
        </div>
      )}
      {targets.length > 0 && (
        <DataTable
          hidden={view !== "classic"}
          projectId={projectId}
          table={targetsTable(targets, period, words)}
        />
      )}
      <div className={targets.length === 0 ? "flex justify-center" : undefined}>
        <TargetsButton
          data={data}
          own={own}
          month={period.month.from}
          projectId={projectId}
          editor={editor}
        />
      </div>
    </>
  );
}

const tones = { reached: "positive", onTrack: "positive", begun: "neutral", behind: "caution" } as const;

type RowProps = { target: Target; period: Panels["period"]; elapsed: number; view: View; projectId: string };

function Row({ target, period, elapsed, view, projectId }: RowProps) {
  const words = useWords();
  const { t, format } = words;
  const { metric, actual, project, own, pace } = target;
  const name = t(`dashboard.performanceTargets.metrics.${metric}`);
  const wanted = project || own;
  const amount = (value: number) => writeAmount(metric, value, words);
  const of = t("dashboard.performanceTargets.progress", { actual: amount(actual), target: amount(wanted) });
  return (
    <div className="relative flex grow flex-col">
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <span aria-hidden="true" className="text-ink-soft">
          {name}
        </span>
        {pace && view === "enhanced" && (
          <span aria-hidden="true">
            <Badge tone={tones[pace]}>{t(`dashboard.performanceTargets.paces.${pace}`)}</Badge>
          </span>
        )}
        <span className="ms-auto flex items-baseline gap-x-2.5 whitespace-nowrap">
          <span className="text-sm text-ink-faint">
            <LeadsLink
              projectId={projectId}
              leads={behindTarget(target, period)}
              label={`${name}: ${of}`}
              className="after:absolute after:inset-0"
            >
              <bdi>{view === "enhanced" ? of : amount(actual)}</bdi>
            </LeadsLink>
          </span>
          <span aria-hidden="true" className="font-semibold">
            {format.percent(actual / wanted, { maximumFractionDigits: 0 })}
          </span>
        </span>
      </div>
      <ProgressRow share={actual / wanted} elapsed={elapsed} thin={view === "compact"} />
      {project > 0 && own > 0 && view === "enhanced" && (
        <p aria-hidden="true" className="mt-1.5 text-sm text-ink-faint">
          {t("dashboard.performanceTargets.ownProgress", {
            target: amount(own),
            share: format.percent(actual / own, { maximumFractionDigits: 0 }),
          })}
        </p>
      )}
    </div>
  );
}

type UntargetedProps = Pick<PerformanceTargetsProps, "period" | "projectId"> & {
  metric: TargetMetric;
  actual: number;
};

/** What has come this month of something that nobody has set a target for: whoever sets one knows where they stand. */
function Untargeted({ metric, actual, period, projectId }: UntargetedProps) {
  const words = useWords();
  return (
    <div className="relative flex grow flex-wrap items-baseline gap-x-2.5 border-t border-line pt-(--row-pad)">
      <span className="text-ink-soft">{words.t(`dashboard.performanceTargets.metrics.${metric}`)}</span>
      <span className="text-sm text-ink-faint">{words.t("dashboard.performanceTargets.noTarget")}</span>
      <span className="ms-auto font-semibold">
        <LeadsLink
          projectId={projectId}
          leads={behindTarget({ metric, actual }, period)}
          className="after:absolute after:inset-0"
        >
          <bdi>{writeAmount(metric, actual, words)}</bdi>
        </LeadsLink>
      </span>
    </div>
  );
}
