"use client";

import { useTranslations } from "next-intl";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { DashboardPatch, DashboardSettings } from "@/lib/settings/dashboard";
import { gridColumns, type Rectangle } from "@/lib/settings/dashboard-layout";
import { type Breakpoint, breakpoints, widgets, type Widget } from "@/lib/settings/widgets";
import { laidOut, moved, placesOf, resized, type Layout, type Place } from "./arrangement";
import { shownPlaces } from "./placement";
import { useViews } from "./use-views";
import { presentBreakpoint, useBreakpoint } from "./use-breakpoint";

type Editor = {
  edit: (path: string, value: boolean) => () => void;
  editPatch: (patch: DashboardPatch) => () => void;
  /** Makes a layout that of all projects, and answers how to undo it; null where there is one project. */
  everywhere: ((layout: DashboardSettings["widget_layout"]) => () => void) | null;
};

/**
 * What a person can do with the layout of the screen they look at; other screens keep theirs. Each act is stored at once,
 * told, and undone in one press. Nothing is ever stored because a window changed its size.
 */
export function useArrange(settings: DashboardSettings, { edit, editPatch, everywhere }: Editor) {
  const t = useTranslations("dashboard.arrange");
  const titles = useTranslations("settings.fields");
  const tell = useUndoToast();
  const drawn = screenOf(settings, useBreakpoint());

  const told = (act: string, widget: Widget, undo: () => void) =>
    tell(t(act, { widget: titles(`${widget}.title`) }), `layout ${widget}`, undo);
  function store(act: string, widget: Widget, next: (screen: Screen) => Layout) {
    const screen = screenOf(settings, presentBreakpoint());
    const changed = differences(screen.layout, next(screen));
    if (changed) told(act, widget, editPatch({ widget_layout: { [screen.breakpoint]: changed } }));
  }
  return {
    breakpoint: drawn.breakpoint,
    columns: drawn.columns,
    shown: drawn.shown,
    views: useViews(settings, editPatch),
    hidden: widgets.filter((widget) => !settings.widget_visibility[widget]),
    isCollapsed: (widget: Widget) => drawn.layout[widget].collapsed,
    /** The places that are shown while a card is being resized. */
    resizing: (widget: Widget, span: number): Place[] =>
      withSpan(drawn, widget, span).filter((place) => settings.widget_visibility[place.widget]),
    move: (widget: Widget, before: Widget | null) =>
      store("moved", widget, ({ layout, columns }) =>
        laidOut(layout, moved(placesOf(layout), widget, before), columns),
      ),
    resize: (widget: Widget, span: number) =>
      store("resized", widget, (screen) =>
        laidOut(screen.layout, withSpan(screen, widget, span), screen.columns),
      ),
    collapse(widget: Widget, collapsed: boolean) {
      store(collapsed ? "collapsed" : "expanded", widget, ({ layout }) => ({
        ...layout,
        [widget]: { ...layout[widget], collapsed },
      }));
    },
    hide: (widget: Widget) => told("hidden", widget, edit(`widget_visibility.${widget}`, false)),
    add: (widget: Widget) => told("added", widget, edit(`widget_visibility.${widget}`, true)),
    /** The layout of every screen becomes that of all projects. */
    applyEverywhere:
      everywhere && (() => tell(t("everywhere"), "layout", everywhere(settings.widget_layout))),
    /** Back to what is inherited, for this screen or for all. */
    reset(all: boolean) {
      const screens = all ? breakpoints : [presentBreakpoint()];
      const widget_layout = Object.fromEntries(screens.map((screen) => [screen, nothingOwn]));
      tell(t(all ? "resetAll" : "reset"), "layout", editPatch({ widget_layout }));
    },
  };
}

/** What one screen shows, and by what it is laid out. */
type Screen = Readonly<{ breakpoint: Breakpoint; columns: number; layout: Layout; shown: readonly Place[] }>;

const screenOf = (settings: DashboardSettings, breakpoint: Breakpoint): Screen => ({
  breakpoint,
  columns: gridColumns[breakpoint],
  layout: settings.widget_layout[breakpoint],
  shown: shownPlaces({ ...settings, view: settings.dashboard_preferences.defaultView }, breakpoint),
});

const withSpan = ({ layout, shown, columns }: Screen, widget: Widget, span: number) =>
  resized(placesOf(layout), shown, widget, span, columns);

/** No place of a widget is the person's own. */
const nothingOwn = Object.fromEntries(widgets.map((widget) => [widget, null]));

export type Arrange = ReturnType<typeof useArrange>;

/** The rectangles of `next` that are others than before; null where all are the same. */
function differences(before: Layout, next: Layout): Partial<Record<Widget, Rectangle>> | null {
  const changed = widgets.filter((widget) => JSON.stringify(before[widget]) !== JSON.stringify(next[widget]));
  return changed.length > 0 ? Object.fromEntries(changed.map((widget) => [widget, next[widget]])) : null;
}

/** The shares of the board that a card can have, narrowest first, with the columns they are. */
export const sharesOf = (columns: number): readonly (readonly [share: string, span: number])[] =>
  (
    [
      ["quarter", 1 / 4],
      ["third", 1 / 3],
      ["half", 1 / 2],
      ["twoThirds", 2 / 3],
      ["threeQuarters", 3 / 4],
      ["full", 1],
    ] as const
  )
    .map(([share, part]) => [share, part * columns] as const)
    .filter(([, span]) => Number.isInteger(span));
