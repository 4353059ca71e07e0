import { expect, test } from "vitest";
import { placedWidgets } from "@/components/dashboard/placement";
import { dashboard } from "@/lib/settings/dashboard";
import { resolve } from "@/lib/settings/resolve";

const { widget_visibility, widget_layout } = resolve(dashboard, []).value;
const wide = (view: "enhanced" | "compact") =>
  placedWidgets(widget_visibility, widget_layout, view).map(({ widget, spans }) => [widget, spans.lg]);

test("widgets stand in the reading order of the layout, as wide as it says", () => {
  expect(wide("enhanced").slice(0, 4)).toEqual([
    ["metrics", 12],
    ["monthlyPerformance", 8],
    ["performanceTargets", 4],
    ["leadsConversions", 6],
  ]);
});

test("compact puts three abreast under the key figures", () => {
  expect(
    wide("compact")
      .slice(0, 4)
      .map(([, span]) => span),
  ).toEqual([12, 4, 4, 4]);
});
