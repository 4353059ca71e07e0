import { gridColumns, type Rectangle } from "./dashboard-layout";
import type { SavedView } from "./dashboard-views";
import { mapOf } from "./fields";
import { breakpoints, widgets, type Breakpoint, type Widget } from "./widgets";

type Arranged = {
  readonly widget_visibility: Readonly<Record<Widget, boolean>>;
  readonly widget_layout: Readonly<Record<Breakpoint, Readonly<Record<Widget, Rectangle>>>>;
};

/** What is on the screen now, under a name. */
export function writeView(name: string, { widget_visibility, widget_layout }: Arranged): SavedView {
  const cards = breakpoints.flatMap((breakpoint) =>
    widgets.map((widget) => {
      const { x, y, w, h, collapsed } = widget_layout[breakpoint][widget];
      const marks = `${collapsed ? "c" : ""}${widget_visibility[widget] ? "" : "h"}`;
      return `${breakpoint}:${widget}:${x},${y},${w},${h}${marks}`;
    }),
  );
  return { name, cards: cards.join(" ") };
}

/** What a view arranges: widgets that it does not know, which came later, stay as they are. */
export function readView({ cards }: SavedView): {
  widget_visibility: Partial<Record<Widget, boolean>>;
  widget_layout: Record<Breakpoint, Partial<Record<Widget, Rectangle>>>;
} {
  const read = cards.split(" ").flatMap(readCard);
  const at = (breakpoint: Breakpoint) => read.filter((card) => card.breakpoint === breakpoint);
  return {
    widget_visibility: Object.fromEntries(at("lg").map(({ widget, hidden }) => [widget, !hidden])),
    widget_layout: mapOf(breakpoints, (breakpoint) =>
      Object.fromEntries(at(breakpoint).map(({ widget, rectangle }) => [widget, rectangle])),
    ),
  };
}

function readCard(text: string) {
  const [, screen, name, x, y, w, h, marks = ""] =
    /^(\w+):(\w+):(\d+),(\d+),(\d+),(\d+)(c?h?)$/.exec(text) ?? [];
  const breakpoint = breakpoints.find((one) => one === screen);
  const widget = widgets.find((one) => one === name);
  if (!breakpoint || !widget) return [];
  const columns = gridColumns[breakpoint];
  const rectangle = {
    x: Math.min(Number(x), columns - 1),
    y: Math.min(Number(y), 1000),
    w: Math.min(Math.max(1, Number(w)), columns),
    h: Math.min(Math.max(1, Number(h)), 40),
    collapsed: marks.includes("c"),
  };
  return [{ breakpoint, widget, rectangle, hidden: marks.includes("h") }];
}
