import type { Panel, Panels } from "@/lib/leads/panels";
import { bantMarks } from "@/lib/vocabulary/bant";
import { countFigure, wholeSpan, type FigureTable, type Words } from "./figure-table";

/** What stands out in numbers. */
export function insightsTable(data: Panel<"insights">, period: Panels["period"], words: Words): FigureTable {
  const { t } = words;
  const span = wholeSpan(period);
  const { burningWithoutMeeting, wentCold } = data;
  return {
    caption: t("settings.fields.insights.title"),
    columns: [t("dashboard.insights.finding"), t("dashboard.pieCharts.count")],
    rows: [
      {
        key: "waiting",
        name: t("leads.counted.waiting"),
        figures: [countFigure(burningWithoutMeeting.leads, { kind: "waiting", parts: [] }, span, words)],
      },
      {
        key: "cooled",
        name: t("leads.counted.cooled.all"),
        figures: [countFigure(wentCold.leads, { kind: "cooled", parts: [] }, span, words)],
      },
      ...bantMarks.map((mark) => ({
        key: mark,
        name: t("leads.counted.cooled.some", { parts: t(`leads.bant.${mark}`) }),
        figures: [
          countFigure(wentCold.missing[mark], { kind: "cooled" as const, parts: [mark] }, span, words),
        ],
      })),
    ],
  };
}
