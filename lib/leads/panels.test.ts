import { expect, test } from "vitest";
import { panelsSchema } from "@/lib/leads/panels";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";

test("the answer of an empty project is valid", () => {
  const { asked: _, period: __, own: ___, ...counted } = emptyPanels;
  expect(panelsSchema.parse(counted)).toEqual(counted);
});

test("an unknown heat or a negative count is refused: database and page do not fit", () => {
  for (const broken of [
    {
      ...somePanels,
      pieCharts: { ...somePanels.pieCharts, heat: { ...somePanels.pieCharts.heat, cold: -1 } },
    },
    { ...somePanels, pieCharts: { ...somePanels.pieCharts, heat: { cold: 1, warm: 1, hot: 1 } } },
    { ...somePanels, recentActivity: [{ ...somePanels.recentActivity[0], after: "lukewarm" }] },
  ]) {
    expect(panelsSchema.safeParse(broken).success).toBe(false);
  }
});

test("each event keeps its kind", () => {
  const kinds = panelsSchema.parse(somePanels).recentActivity?.map(({ kind }) => kind);
  expect(kinds).toEqual(["heat", "bant", "status", "created"]);
});
