import * as s from "@/lib/schema";
import { atomic, type Field } from "./fields";
import { widgetCells, type Breakpoint, type Widget } from "./widgets";

/** Breakpoints, widest first, and the grid columns each has. */
export const gridColumns = { lg: 12, md: 8, sm: 4 } as const satisfies Record<Breakpoint, number>;

/** A widget's position, in grid cells; `x` counts from the start edge, whichever side the language starts on. */
export type Rectangle = { x: number; y: number; w: number; h: number; collapsed: boolean };

const longestGrid = 1000;
const tallestWidget = 40;

/** `x + w` may exceed the columns: the layout mathematics clamps, and a rule across parts is not a leaf's. */
export const rectangle = (breakpoint: Breakpoint, widget: Widget): Field<Rectangle> => {
  const columns = gridColumns[breakpoint];
  const between = (low: number, high: number) => s.int(s.minimum(low), s.maximum(high));
  const schema = s.strictObject({
    x: between(0, columns - 1),
    y: between(0, longestGrid),
    w: between(1, columns),
    h: between(1, tallestWidget),
    collapsed: s.boolean(),
  });
  const [x, y, w, h] = widgetCells(widget)[breakpoint];
  return atomic(schema, { x, y, w, h, collapsed: false }, "widgetPosition");
};
