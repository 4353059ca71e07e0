import { expect, test } from "vitest";
import { hasContent } from "@/lib/leads/has-content";
import { panelsSchema } from "@/lib/leads/panels";
import { emptyPanels, somePanels } from "@/lib/leads/panels.test-support";

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

test("an empty project has nothing to draw but its zeros, a project with leads has everything", () => {
  const widgets = [
    "metrics",
    "monthlyPerformance",
    "leadsConversions",
    "revenueChannel",
    "pieCharts",
    "recentActivity",
    "insights",
    "performanceTargets",
  ] as const;
  expect(widgets.filter((widget) => hasContent(widget, emptyPanels))).toEqual(["metrics"]);
  expect(widgets.filter((widget) => hasContent(widget, somePanels))).toEqual([...widgets]);
});
