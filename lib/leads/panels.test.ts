import { expect, test } from "vitest";
import { panelsSchema } from "@/lib/leads/panels";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";

test("the answer of an empty project is valid", () => {
  expect(panelsSchema.parse(emptyPanels)).toEqual(emptyPanels);
});

test("an unknown heat, a negative count or a missing widget is refused: database and page do not fit", () => {
  const { insights: _, ...without } = somePanels;
  for (const broken of [
    { ...somePanels, pieCharts: { ...somePanels.pieCharts, cold: -1 } },
    { ...somePanels, pieCharts: { cold: 1, warm: 1, hot: 1 } },
    { ...somePanels, recentActivity: [{ ...somePanels.recentActivity[0], after: "lukewarm" }] },
    without,
  ]) {
    expect(panelsSchema.safeParse(broken).success).toBe(false);
  }
});

test("each event keeps its kind", () => {
  const kinds = panelsSchema.parse(somePanels).recentActivity.map(({ kind }) => kind);
  expect(kinds).toEqual(["heat", "bant", "status", "created"]);
});
