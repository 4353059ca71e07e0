import { expect, test } from "vitest";
import { hasContent } from "@/lib/leads/has-content";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";
import { panelsFor, widgets } from "@/lib/settings/widgets";
import { panelNames } from "@/lib/vocabulary/panels";

test("an empty project has content for the metrics and what may be set, a project with leads for every widget", () => {
  expect(panelNames.filter((panel) => hasContent(panel, emptyPanels))).toEqual([
    "metrics",
    "performanceTargets",
  ]);
  expect(panelNames.filter((panel) => hasContent(panel, somePanels))).toEqual([...panelNames]);
});

test("every widget has a panel, and every panel a widget", () => {
  for (const widget of widgets) expect(panelsFor([widget]), widget).toHaveLength(1);
  expect(panelsFor(widgets)).toEqual(panelNames);
  expect(panelsFor([])).toEqual([]);
});
