import { panelNames, type PanelName } from "@/lib/vocabulary/panels";

export const breakpoints = ["lg", "md", "sm"] as const;
export type Breakpoint = (typeof breakpoints)[number];

/** The cells that a widget takes from the start. */
type Cells = readonly [x: number, y: number, w: number, h: number];

/** `panel`: the data that it shows, where that is not called as the widget is. */
type Declared = Record<Breakpoint, Cells> & { drawn: boolean; panel?: PanelName };

/** Every widget of the dashboard, with its cells at each breakpoint. `drawn`: it has a chart; others are lists of words. */
const declared = {
  metrics: { drawn: true, lg: [0, 0, 12, 3], md: [0, 0, 8, 3], sm: [0, 0, 4, 5] },
  monthlyPerformance: { drawn: true, lg: [0, 3, 8, 6], md: [0, 3, 8, 6], sm: [0, 5, 4, 6] },
  leadsConversions: { drawn: true, lg: [0, 9, 6, 6], md: [4, 9, 4, 6], sm: [0, 16, 4, 6] },
  revenueChannel: { drawn: true, lg: [6, 9, 6, 6], md: [0, 15, 4, 6], sm: [0, 22, 4, 6] },
  pieCharts: { drawn: true, lg: [0, 15, 4, 6], md: [4, 15, 4, 6], sm: [0, 28, 4, 6] },
  recentActivity: { drawn: false, lg: [4, 15, 4, 6], md: [0, 21, 4, 6], sm: [0, 34, 4, 6] },
  insights: { drawn: false, lg: [8, 15, 4, 6], md: [4, 21, 4, 6], sm: [0, 40, 4, 5] },
  performanceTargets: { drawn: true, lg: [8, 3, 4, 6], md: [0, 9, 4, 6], sm: [0, 11, 4, 5] },
} as const satisfies Record<string, Declared>;

export type Widget = keyof typeof declared;
const isWidget = (name: string): name is Widget => Object.hasOwn(declared, name);
export const widgets: readonly Widget[] = Object.keys(declared).filter(isWidget);

export const widgetCells = (widget: Widget): Record<Breakpoint, Cells> => declared[widget];

export type PeriodWidget = Exclude<Widget, "recentActivity" | "performanceTargets">;

/** The widget counts days that can be chosen; the others show the latest events, and this month. */
export const hasPeriod = (widget: Widget): widget is PeriodWidget =>
  widget !== "recentActivity" && widget !== "performanceTargets";
export const periodWidgets: readonly PeriodWidget[] = widgets.filter(hasPeriod);

/** The widget has a chart, so that a person can choose between chart and table. */
export const isDrawn = (widget: Widget): boolean => declared[widget].drawn;

const declaredOf = (widget: Widget): Declared => declared[widget];

/** The data that a widget shows; without content in it, the widget says how it would get some. Every widget has one. */
export const panelOf = (widget: Widget): PanelName | undefined =>
  panelNames.find((panel) => panel === (declaredOf(widget).panel ?? widget));

/** What these widgets need, each once. */
export const panelsFor = (shown: readonly Widget[]): PanelName[] =>
  panelNames.filter((panel) => shown.some((widget) => panelOf(widget) === panel));
