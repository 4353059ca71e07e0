import { expect, test } from "vitest";
import { hasContent } from "@/lib/leads/has-content";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";
import { widgets } from "@/lib/settings/widgets";

test("an empty project has content for the metrics alone, a project with leads for every widget", () => {
  expect(widgets.filter((widget) => hasContent(widget, emptyPanels))).toEqual(["metrics"]);
  expect(widgets.filter((widget) => hasContent(widget, somePanels))).toEqual([...widgets]);
});
