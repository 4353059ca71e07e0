import { expect, test } from "vitest";
import { panelsSchema } from "@/lib/leads/panels";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";

test("the answer of an empty project is an answer", () => {
  expect(panelsSchema.parse(emptyPanels)).toEqual(emptyPanels);
});

test("another heat, a negative count or a missing widget is refused: the database and the page have come apart", () => {
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

test("each kind of event keeps what happened", () => {
  const kinds = panelsSchema.parse(somePanels).recentActivity.map(({ kind }) => kind);
  expect(kinds).toEqual(["heat", "bant", "status", "created"]);
});
