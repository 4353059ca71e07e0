import { gridRows } from "@/components/dashboard/grid-rows";
import type { View } from "@/components/dashboard/charts/view";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { gridColumns } from "@/lib/settings/dashboard-layout";
import { widgets, type Widget } from "@/lib/settings/widgets";

export type Placed = { widget: Widget; spans: { md: number; lg: number } };

/** Compact puts three cards abreast, two on a medium screen; the key figures keep the whole row. */
const compactSpan = 4;

/** The widgets that are not hidden, in reading order of the wide layout, each with its columns on both grids. */
export function placedWidgets(
  visibility: DashboardSettings["widget_visibility"],
  layout: DashboardSettings["widget_layout"],
  view: View,
): Placed[] {
  const shown = widgets
    .filter((widget) => visibility[widget])
    .sort((a, b) => layout.lg[a].y - layout.lg[b].y || layout.lg[a].x - layout.lg[b].x);
  const spansOn = (breakpoint: "md" | "lg") =>
    gridRows(
      shown.map((widget) => ({
        key: widget,
        span: view === "compact" && widget !== "metrics" ? compactSpan : layout[breakpoint][widget].w,
      })),
      gridColumns[breakpoint],
    );
  const md = spansOn("md");
  return spansOn("lg").map(({ key, span }, index) => ({
    widget: key,
    spans: { md: md[index]?.span ?? gridColumns.md, lg: span },
  }));
}
