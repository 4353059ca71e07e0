import { wholePercentages } from "@/components/dashboard/charts/donut-geometry";
import type { Panel, Panels } from "@/lib/leads/panels";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { countFigure, wholeSpan, type FigureTable, type Words } from "./figure-table";

type Table = (data: Panel<"pieCharts">, period: Panels["period"], words: Words) => FigureTable;

/** Open leads by heat, with shares that add up to a hundred. */
export const heatTable: Table = ({ heat }, period, words) => {
  const { t, format } = words;
  const shares = wholePercentages(heats.map((one) => heat[one]));
  return {
    caption: t("dashboard.pieCharts.caption"),
    columns: [t("dashboard.pieCharts.heat"), t("dashboard.pieCharts.count"), t("dashboard.pieCharts.share")],
    rows: heats.map((one, index) => ({
      key: one,
      name: t(`heat.${one}`),
      heat: one,
      figures: [
        countFigure(heat[one], { kind: "open", parts: [one] }, wholeSpan(period), words),
        {
          text: format.percent((shares[index] ?? 0) / 100),
          value: { share: (shares[index] ?? 0) / 100 },
        },
      ],
    })),
  };
};

/** How many of them have each BANT mark. */
export const bantTable: Table = ({ bant }, period, words) => ({
  caption: words.t("dashboard.pieCharts.bantCaption"),
  columns: [words.t("dashboard.pieCharts.mark"), words.t("dashboard.pieCharts.count")],
  rows: bantMarks.map((mark) => ({
    key: mark,
    name: words.t(`leads.bant.${mark}`),
    figures: [countFigure(bant[mark], { kind: "bant", parts: [mark] }, wholeSpan(period), words)],
  })),
});

/** Both, one below the other, as a file holds them. */
export const heatAndBantTable: Table = (data, period, words) => {
  const [byHeat, byMark] = [heatTable(data, period, words), bantTable(data, period, words)];
  return { ...byHeat, rows: [...byHeat.rows, ...byMark.rows] };
};
