import fc from "fast-check";
import { expect, test } from "vitest";
import { dashboard } from "@/lib/settings/dashboard";
import { gridColumns } from "@/lib/settings/dashboard-layout";
import { resolve } from "@/lib/settings/resolve";
import { breakpoints, widgets, type Breakpoint, type Widget } from "@/lib/settings/widgets";
import { laidOut, moved, narrowest, placesOf, resized, rowsOf, type Layout } from "./arrangement";

const { widget_layout } = resolve(dashboard, []).value;
const widget = fc.constantFrom(...widgets);
const breakpoint = fc.constantFrom(...breakpoints);
const act = fc.oneof(
  fc.record({ widget, before: fc.option(widget) }),
  fc.record({ widget, span: fc.integer({ min: 1, max: 12 }) }),
);
const hidden = fc.subarray([...widgets]);

/** The layout after these acts, each stored and read again, with some widgets hidden. */
function after(
  at: Breakpoint,
  acts: readonly ({ widget: Widget; before: Widget | null } | { widget: Widget; span: number })[],
  hides: readonly Widget[],
) {
  const columns = gridColumns[at];
  return acts.reduce<Layout>((layout, act) => {
    const places = placesOf(layout);
    const shown = places.filter((place) => !hides.includes(place.widget));
    const next =
      "span" in act
        ? resized(places, shown, act.widget, act.span, columns)
        : moved(places, act.widget, act.before);
    return laidOut(layout, next, columns);
  }, widget_layout[at]);
}

test("whatever is moved, resized and hidden, no two overlap, none stands outside, and reading it changes nothing", () => {
  fc.assert(
    fc.property(breakpoint, fc.array(act, { maxLength: 12, minLength: 1 }), hidden, (at, acts, hides) => {
      const layout = after(at, acts, hides);
      const taken = new Set<string>();
      for (const { x, y, w, h } of Object.values(layout)) {
        expect(x + w).toBeLessThanOrEqual(gridColumns[at]);
        for (let column = x; column < x + w; column += 1)
          for (let line = y; line < y + h; line += 1) {
            expect(taken).not.toContain(`${column} ${line}`);
            taken.add(`${column} ${line}`);
          }
      }
      expect(laidOut(layout, placesOf(layout), gridColumns[at])).toEqual(layout);
      expect(Object.values(layout).map(({ h, collapsed }) => ({ h, collapsed }))).toEqual(
        Object.values(widget_layout[at]).map(({ h, collapsed }) => ({ h, collapsed })),
      );
    }),
  );
});

test("a moved widget stands where it was put, and the others keep their order", () => {
  fc.assert(
    fc.property(widget, fc.option(widget), (one, before) => {
      fc.pre(one !== before);
      const names = moved(placesOf(widget_layout.lg), one, before).map((place) => place.widget);
      expect(names[names.indexOf(one) + 1] ?? null).toBe(before);
      const others = widgets.filter((other) => other !== one);
      const order = placesOf(widget_layout.lg).map((place) => place.widget);
      expect(names.filter((name) => name !== one)).toEqual(order.filter((name) => others.includes(name)));
    }),
  );
});

test("a resized widget is as wide as was asked, or wider where that fills its row, and no other is narrower than a quarter", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("lg" as const, "md" as const),
      widget,
      fc.integer({ min: 1, max: 12 }),
      (at, one, span) => {
        const columns = gridColumns[at];
        const places = placesOf(widget_layout[at]);
        const rows = rowsOf(resized(places, places, one, span, columns), columns);
        const row = rows.find((each) => each.some((place) => place.widget === one)) ?? [];
        const width = row.find((place) => place.widget === one)?.span;
        const asked = Math.min(Math.max(span, narrowest(columns)), columns);
        const isFull = row.reduce((sum, place) => sum + place.span, 0) === columns;
        expect(width === asked || (isFull && width !== undefined && width > asked)).toBe(true);
        for (const place of rows.flat()) expect(place.span).toBeGreaterThanOrEqual(narrowest(columns));
      },
    ),
  );
});

test("the neighbour takes what a narrower card leaves, and gives what a wider one takes", () => {
  const places = placesOf(widget_layout.lg);
  const spansOf = (one: Widget, span: number) =>
    rowsOf(resized(places, places, one, span, 12), 12)[1]?.map((place) => [place.widget, place.span]);
  expect(spansOf("monthlyPerformance", 6)).toEqual([
    ["monthlyPerformance", 6],
    ["performanceTargets", 6],
  ]);
  expect(spansOf("performanceTargets", 8)).toEqual([
    ["monthlyPerformance", 4],
    ["performanceTargets", 8],
  ]);
  expect(spansOf("monthlyPerformance", 9)).toEqual([
    ["monthlyPerformance", 9],
    ["performanceTargets", 3],
  ]);
  expect(spansOf("monthlyPerformance", 12)).toEqual([["monthlyPerformance", 12]]);
});
