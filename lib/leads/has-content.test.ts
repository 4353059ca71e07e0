import { expect, test } from "vitest";
import { hasContent } from "@/lib/leads/has-content";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";
import { widgets } from "@/lib/settings/dashboard-layout";

test("an empty project has nothing to draw but its zeros, a project with leads has everything", () => {
  expect(widgets.filter((widget) => hasContent(widget, emptyPanels))).toEqual(["metrics"]);
  expect(widgets.filter((widget) => hasContent(widget, somePanels))).toEqual([...widgets]);
});
