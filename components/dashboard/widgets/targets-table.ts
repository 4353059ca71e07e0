import type { Counted } from "@/lib/leads/filter";
import { elapsedOf, paceOf, type Pace } from "@/lib/leads/pace";
import type { Panel, Panels } from "@/lib/leads/panels";
import type { TargetMetric } from "@/lib/vocabulary/targets";
import type { Figure, FigureTable, Words } from "./figure-table";

/** A target of the project or, where it has none, the person's; `own`: theirs. 0: none. */
export type Target = {
  metric: TargetMetric;
  actual: number;
  project: number;
  own: number;
  pace: Pace | null;
};

/** Those that are set, by whomever, and whether each will be reached. `at`: when it was counted. */
export function targetsOf(
  { metrics }: Panel<"performanceTargets">,
  own: Readonly<Record<TargetMetric, number>>,
  { month }: Panels["period"],
  at: string,
): Target[] {
  const elapsed = elapsedOf(Date.parse(month.from), Date.parse(month.to), Date.parse(at));
  return metrics
    .map(({ metric, target, actual }) => {
      const project = target ?? 0;
      const wanted = project || own[metric];
      return {
        metric,
        actual,
        project,
        own: own[metric],
        pace: wanted > 0 ? paceOf(actual, wanted, elapsed) : null,
      };
    })
    .filter(({ project, own: mine }) => project > 0 || mine > 0);
}

const counted: Record<TargetMetric, Counted> = {
  leads: { kind: "came", parts: [] },
  qualified: { kind: "qualified", parts: [] },
  meetings: { kind: "meetings", parts: [] },
  revenue: { kind: "deals", parts: [] },
};

export const writeAmount = (metric: TargetMetric, value: number, { format }: Words): string =>
  metric === "revenue" ? format.money(value) : format.number(value);

/** The leads of the month behind what has been reached. */
export const behindTarget = (
  { metric, actual }: Pick<Target, "metric" | "actual">,
  { month }: Panels["period"],
) => ({
  counted: counted[metric],
  ...month,
  count: actual,
});

export function targetsTable(
  targets: readonly Target[],
  period: Panels["period"],
  words: Words,
): FigureTable {
  const { t, format } = words;
  const share = (actual: number, target: number): Figure =>
    target > 0
      ? {
          text: format.percent(actual / target, { maximumFractionDigits: 0 }),
          value: { share: actual / target },
        }
      : { text: "", value: null };
  const amount = (metric: TargetMetric, value: number): Figure =>
    value > 0 ? { text: writeAmount(metric, value, words), value } : { text: "", value: null };
  return {
    caption: t("dashboard.performanceTargets.caption"),
    columns: [
      t("dashboard.performanceTargets.metric"),
      t("dashboard.performanceTargets.actual"),
      t("dashboard.performanceTargets.target"),
      t("dashboard.performanceTargets.share"),
      t("dashboard.performanceTargets.own"),
      t("dashboard.performanceTargets.pace"),
    ],
    rows: targets.map((one) => ({
      key: one.metric,
      name: t(`dashboard.performanceTargets.metrics.${one.metric}`),
      figures: [
        {
          text: writeAmount(one.metric, one.actual, words),
          value: one.actual,
          leads: behindTarget(one, period),
        },
        amount(one.metric, one.project),
        share(one.actual, one.project || one.own),
        amount(one.metric, one.own),
        one.pace
          ? {
              text: t(`dashboard.performanceTargets.paces.${one.pace}`),
              value: t(`dashboard.performanceTargets.paces.${one.pace}`),
            }
          : { text: "", value: null },
      ],
    })),
  };
}
