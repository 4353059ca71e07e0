import type { View } from "@/components/dashboard/charts/view";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { gridColumns } from "@/lib/settings/dashboard-layout";
import type { Breakpoint, Widget } from "@/lib/settings/widgets";
import { placesOf, rowsOf, type Place } from "./arrangement";

/** Compact puts three cards abreast, two on a medium screen; the key figures keep the whole row. */
const compactSpan = 4;

/** Whether widths can be chosen: a phone has one column, and compact cards are all alike. */
export const hasWidths = (breakpoint: Breakpoint, view: View): boolean =>
  breakpoint !== "sm" && view !== "compact";

export type ShownSettings = Pick<DashboardSettings, "widget_visibility" | "widget_layout"> & { view: View };

/** The widgets that are not hidden, in reading order, each with the columns it would like. */
export const shownPlaces = (settings: ShownSettings, breakpoint: Breakpoint): Place[] =>
  placesOf(settings.widget_layout[breakpoint])
    .filter(({ widget }) => settings.widget_visibility[widget])
    .map((place) =>
      settings.view === "compact" && place.widget !== "metrics" ? { ...place, span: compactSpan } : place,
    );

/** Where a card stands on each screen: its place in the order, from 0, and its columns. */
export type Placement = Readonly<Record<Breakpoint, { order: number; span: number }>>;

/** What is shown on a screen while a card is carried or pulled, before anything is stored. */
export type Draft = Readonly<{ breakpoint: Breakpoint; places: readonly Place[] }>;

export function placementsOf(settings: ShownSettings, draft: Draft | null = null): Map<Widget, Placement> {
  const at = (breakpoint: Breakpoint) => {
    const columns = gridColumns[breakpoint];
    const stored = shownPlaces(settings, breakpoint);
    const places = rowsOf(draft?.breakpoint === breakpoint ? draft.places : stored, columns).flat();
    return new Map(places.map(({ widget, span }, order) => [widget, { order, span }]));
  };
  const [lg, md, sm] = [at("lg"), at("md"), at("sm")];
  // The same widgets are shown on every screen.
  const placement = (widget: Widget, wide: { order: number; span: number }) =>
    [widget, { lg: wide, md: md.get(widget) ?? wide, sm: sm.get(widget) ?? wide }] as const;
  return new Map([...lg].map(([widget, wide]) => placement(widget, wide)));
}
