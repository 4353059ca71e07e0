import * as z from "zod/mini";
import { atomic, type Field } from "./fields";

export const widgets = [
  "metrics",
  "monthlyPerformance",
  "leadsConversions",
  "revenueChannel",
  "pieCharts",
  "recentActivity",
  "insights",
  "performanceTargets",
] as const;
export type Widget = (typeof widgets)[number];

/** Breakpoints, widest first, and the grid columns each has. */
export const gridColumns = { lg: 12, md: 8, sm: 4 } as const;
export const breakpoints = ["lg", "md", "sm"] as const satisfies readonly (keyof typeof gridColumns)[];
export type Breakpoint = (typeof breakpoints)[number];

/** A widget's place, in grid cells; `x` counts from the start edge, whichever side the language starts on. */
export type Rectangle = { x: number; y: number; w: number; h: number; collapsed: boolean };

const longestGrid = 1000;
const tallestWidget = 40;

/** `x + w` may exceed the columns: the layout mathematics clamps, and a rule across parts is not a leaf's. */
export const rectangle = (breakpoint: Breakpoint, widget: Widget): Field<Rectangle> => {
  const columns = gridColumns[breakpoint];
  const between = (low: number, high: number) => z.int().check(z.minimum(low), z.maximum(high));
  const schema = z.strictObject({
    x: between(0, columns - 1),
    y: between(0, longestGrid),
    w: between(1, columns),
    h: between(1, tallestWidget),
    collapsed: z.boolean(),
  });
  const [x, y, w, h] = places[breakpoint][widget];
  return atomic(schema, { x, y, w, h, collapsed: false }, "widgetPlace");
};

type Place = readonly [x: number, y: number, w: number, h: number];

const places: Record<Breakpoint, Record<Widget, Place>> = {
  lg: {
    metrics: [0, 0, 12, 3],
    monthlyPerformance: [0, 3, 8, 6],
    performanceTargets: [8, 3, 4, 6],
    leadsConversions: [0, 9, 6, 6],
    revenueChannel: [6, 9, 6, 6],
    pieCharts: [0, 15, 4, 6],
    recentActivity: [4, 15, 4, 6],
    insights: [8, 15, 4, 6],
  },
  md: {
    metrics: [0, 0, 8, 3],
    monthlyPerformance: [0, 3, 8, 6],
    performanceTargets: [0, 9, 4, 6],
    leadsConversions: [4, 9, 4, 6],
    revenueChannel: [0, 15, 4, 6],
    pieCharts: [4, 15, 4, 6],
    recentActivity: [0, 21, 4, 6],
    insights: [4, 21, 4, 6],
  },
  sm: {
    metrics: [0, 0, 4, 5],
    monthlyPerformance: [0, 5, 4, 6],
    performanceTargets: [0, 11, 4, 5],
    leadsConversions: [0, 16, 4, 6],
    revenueChannel: [0, 22, 4, 6],
    pieCharts: [0, 28, 4, 6],
    recentActivity: [0, 34, 4, 6],
    insights: [0, 40, 4, 5],
  },
};
