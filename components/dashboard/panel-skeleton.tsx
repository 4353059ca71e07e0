import type { Widget } from "@/lib/settings/widgets";
import { widgetShapes } from "./widget-shapes";

/** The skeleton of a widget, in the size of its content, so that nothing moves when the figures come. */
export function PanelSkeleton({ widget }: { widget: Widget }) {
  const Shape = widgetShapes[widget];
  return (
    <div data-skeleton={widget}>
      <Shape />
    </div>
  );
}
