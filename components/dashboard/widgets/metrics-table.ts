import { changeOf, metricsOf, rateOf, type Metric } from "@/lib/leads/metrics";
import type { Panel, Panels } from "@/lib/leads/panels";
import { heats } from "@/lib/vocabulary/heat";
import { countFigure, wholeSpan, type Figure, type FigureTable, type Words } from "./figure-table";

const whole = { maximumFractionDigits: 0 } as const;

/** How a metric is written: a count, a percentage, or a part of so few that a percentage would say nothing. */
export function metricText({ figure }: Pick<Metric, "figure">, { t, format }: Words): string {
  if (typeof figure === "number") return format.number(figure, whole);
  const rate = rateOf(figure);
  return rate === null ? partText({ figure }, { t, format }) : format.percent(rate);
}

export function partText({ figure }: Pick<Metric, "figure">, { t, format }: Words): string {
  if (typeof figure === "number") return "";
  return t("dashboard.metrics.part", {
    part: format.number(figure.part, whole),
    whole: format.number(figure.whole, whole),
  });
}

export function changeText(metric: Metric, { t, format }: Words): string {
  const change = changeOf(metric);
  if (change === null) return "";
  const options = { signDisplay: "exceptZero", maximumFractionDigits: 1 } as const;
  return typeof metric.figure === "number"
    ? format.number(change, options)
    : t("dashboard.metrics.points", { change: format.number(change * 100, options) });
}

/** The leads behind a metric. Meetings of one lead are one lead. */
export const behindMetric = ({ figure, counted }: Metric, period: Panels["period"]) => ({
  counted,
  ...wholeSpan(period),
  count: typeof figure === "number" ? figure : figure.part,
});

const valueOf = (figure: Metric["figure"] | null) => {
  if (figure === null) return null;
  if (typeof figure === "number") return figure;
  return figure.whole === 0 ? null : { share: figure.part / figure.whole };
};

export function metricsTable(data: Panel<"metrics">, period: Panels["period"], words: Words): FigureTable {
  const { t, format } = words;
  const before = ({ previous, counted, name }: Metric): Figure => {
    if (previous === null) return { text: "", value: null };
    const text = metricText({ figure: previous }, words);
    const count = typeof previous === "number" && name !== "meetings" ? previous : 0;
    return { text, value: valueOf(previous), leads: { counted, ...period.previous, count } };
  };
  return {
    caption: t("dashboard.metrics.caption"),
    columns: [
      t("dashboard.metrics.metric"),
      t("dashboard.metrics.value"),
      t("dashboard.metrics.before"),
      t("dashboard.metrics.changeColumn"),
    ],
    rows: [
      ...metricsOf(data).map((metric) => ({
        key: metric.name,
        name: t(`dashboard.metrics.names.${metric.name}`),
        figures: [
          {
            text: metricText(metric, words),
            value: valueOf(metric.figure),
            leads: behindMetric(metric, period),
          },
          before(metric),
          { text: changeText(metric, words), value: changeOf(metric) },
        ],
      })),
      ...heats.map((heat) => ({
        key: heat,
        name: t(`heat.${heat}`),
        heat,
        figures: [
          countFigure(data.heat[heat], { kind: "open", parts: [heat] }, wholeSpan(period), { t, format }),
          { text: "", value: null },
          { text: "", value: null },
        ],
      })),
    ],
  };
}
