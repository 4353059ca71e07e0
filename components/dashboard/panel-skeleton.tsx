import type { Widget } from "@/lib/settings/widgets";
import { widgetParts } from "./widget-parts";

/** The skeleton of a widget, in the size of its content, so that nothing moves when the figures come. */
export function PanelSkeleton({ widget }: { widget: Widget }) {
  const { Shape } = widgetParts[widget];
  return (
    <div data-skeleton={widget}>
      <Shape />
    </div>
  );
}
