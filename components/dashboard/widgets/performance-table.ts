import type { Panel, Panels } from "@/lib/leads/panels";
import { bucketCell, bucketName } from "./bucket-words";
import { bucketSpan, countFigure, type FigureTable, type Words } from "./figure-table";

export function performanceTable(
  data: Panel<"monthlyPerformance">,
  period: Panels["period"],
  words: Words,
): FigureTable {
  const { t, format } = words;
  return {
    caption: t("dashboard.monthlyPerformance.caption"),
    columns: [
      t(`dashboard.monthlyPerformance.starts.${period.unit}`),
      t("dashboard.monthlyPerformance.leads"),
      t("dashboard.monthlyPerformance.qualified"),
    ],
    rows: data.map(({ leads, qualified }, index) => {
      const span = bucketSpan(period, index);
      return {
        key: span.from,
        name: bucketName(period.unit, span.from, format),
        value: bucketCell(period.unit, span.from, format),
        figures: [
          countFigure(leads, { kind: "came", parts: [] }, span, words),
          countFigure(qualified, { kind: "qualified", parts: [] }, span, words),
        ],
      };
    }),
  };
}
