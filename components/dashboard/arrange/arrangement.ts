import type { Rectangle } from "@/lib/settings/dashboard-layout";
import { widgets, type Widget } from "@/lib/settings/widgets";
import { gridRows } from "./rows";

/** Where each widget stands at one breakpoint, hidden ones too: they come back to where they were. */
export type Layout = Readonly<Record<Widget, Rectangle>>;
/** A widget in reading order, with the columns it would like. */
export type Place = Readonly<{ widget: Widget; span: number }>;

/** The widgets of a layout in reading order. A stored layout may come from another build, and overlap: its order counts. */
export const placesOf = (layout: Layout): Place[] =>
  [...widgets]
    .sort((a, b) => layout[a].y - layout[b].y || layout[a].x - layout[b].x)
    .map((widget) => ({ widget, span: layout[widget].w }));

/** The columns that each of these widgets gets, rows one after the other. */
export const rowsOf = (places: readonly Place[], columns: number): Place[][] =>
  gridRows(
    places.map(({ widget, span }) => ({ key: widget, span })),
    columns,
  ).map((row) => row.map(({ key, span }) => ({ widget: key, span })));

/** `layout` with its widgets in this order and of these spans: no two overlap, and none stands outside. */
export function laidOut(layout: Layout, places: readonly Place[], columns: number): Layout {
  const rectangles: Partial<Record<Widget, Rectangle>> = {};
  let [x, y, tallest] = [0, 0, 0];
  for (const { widget, span } of places) {
    const w = Math.min(span, columns);
    if (x + w > columns) [x, y, tallest] = [0, y + tallest, 0];
    rectangles[widget] = { ...layout[widget], x, y, w };
    x += w;
    tallest = Math.max(tallest, layout[widget].h);
  }
  return { ...layout, ...rectangles };
}

/** `widget` goes before another one; null: to the end. */
export function moved(places: readonly Place[], widget: Widget, before: Widget | null): Place[] {
  const taken = places.find((place) => place.widget === widget);
  if (!taken || before === widget) return [...places];
  const others = places.filter((place) => place !== taken);
  const at = others.findIndex((place) => place.widget === before);
  return others.toSpliced(at === -1 ? others.length : at, 0, taken);
}

/**
 * `widget` gets `span` columns of the rows that are shown. The others of its row, the next ones first, give up or take
 * what that changes, down to a quarter of the columns; what no longer fits goes to the next row.
 */
export function resized(
  places: readonly Place[],
  shown: readonly Place[],
  widget: Widget,
  span: number,
  columns: number,
) {
  const row = rowsOf(shown, columns).find((one) => one.some((place) => place.widget === widget)) ?? [];
  const at = row.findIndex((place) => place.widget === widget);
  const spans = new Map(row.map((place) => [place.widget, place.span]));
  const wanted = Math.min(Math.max(span, narrowest(columns)), columns);
  let spare = (spans.get(widget) ?? wanted) - wanted;
  spans.set(widget, wanted);
  for (const { widget: other, span: has } of [
    ...row.slice(at + 1),
    ...row.slice(0, Math.max(at, 0)).reverse(),
  ]) {
    const becomes = Math.max(has + spare, narrowest(columns));
    spare -= becomes - has;
    spans.set(other, becomes);
  }
  return places.map((place) => ({ ...place, span: spans.get(place.widget) ?? place.span }));
}

/** A card narrower than a quarter of the board shows nothing. */
export const narrowest = (columns: number): number => Math.ceil(columns / 4);
