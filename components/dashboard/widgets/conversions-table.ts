import type { CountPart } from "@/lib/leads/filter";
import type { Panel, Panels } from "@/lib/leads/panels";
import { countFigure, wholeSpan, type FigureTable, type Words } from "./figure-table";

export const steps = ["leads", "warm", "qualified", "meeting", "won"] as const;
type Step = (typeof steps)[number];

/** What a lead of a step counts for beside having come. */
const partOf: Record<Step, CountPart<"came">[]> = {
  leads: [],
  warm: ["warm"],
  qualified: ["qualified"],
  meeting: ["met"],
  won: ["won"],
};

export const shareOfStep = (data: Panel<"leadsConversions">, step: Step): number =>
  data.leads === 0 ? 0 : data[step] / data.leads;

export function conversionsTable(
  data: Panel<"leadsConversions">,
  period: Panels["period"],
  words: Words,
): FigureTable {
  const { t, format } = words;
  return {
    caption: t("dashboard.leadsConversions.caption"),
    columns: [
      t("dashboard.leadsConversions.step"),
      t("dashboard.leadsConversions.count"),
      t("dashboard.leadsConversions.share"),
    ],
    rows: steps.map((step) => ({
      key: step,
      name: t(`dashboard.leadsConversions.${step}`),
      figures: [
        countFigure(data[step], { kind: "came", parts: partOf[step] }, wholeSpan(period), words),
        {
          text: format.percent(shareOfStep(data, step), { maximumFractionDigits: 0 }),
          value: { share: shareOfStep(data, step) },
        },
      ],
    })),
  };
}
