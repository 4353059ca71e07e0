import { expect, test } from "vitest";
import { dashboard } from "@/lib/settings/dashboard";
import { resolve } from "@/lib/settings/resolve";
import { placementsOf } from "./placement";

const settings = resolve(dashboard, []).value;
const wide = (view: "enhanced" | "compact", widget_visibility = settings.widget_visibility) =>
  [...placementsOf({ ...settings, widget_visibility, view })].map(([widget, { lg }]) => [widget, lg.span]);

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

test("a hidden widget is on no screen, and its neighbours take its place", () => {
  const shown = wide("enhanced", { ...settings.widget_visibility, pieCharts: false });
  expect(shown.slice(5)).toEqual([
    ["recentActivity", 6],
    ["insights", 6],
  ]);
});

test("each screen has an order of its own", () => {
  const { widget_layout } = settings;
  const sm = {
    ...widget_layout.sm,
    insights: { ...widget_layout.sm.insights, y: 0, x: 0 },
    metrics: { ...widget_layout.sm.metrics, y: 1 },
  };
  const placed = placementsOf({ ...settings, widget_layout: { ...widget_layout, sm }, view: "enhanced" });
  expect(placed.get("insights")).toMatchObject({ sm: { order: 0 }, md: { order: 7 }, lg: { order: 7 } });
});
