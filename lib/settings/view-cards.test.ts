import { expect, it } from "vitest";
import { isValid, defaults } from "./sections";
import { dashboard } from "./dashboard";
import { noView, savedView } from "./dashboard-views";
import { readView, writeView } from "./view-cards";

const initial = defaults(dashboard);

it("an arrangement is read as it was written, collapsed and hidden cards too, and fits its field", () => {
  const settings = {
    widget_visibility: { ...initial.widget_visibility, insights: false, metrics: false },
    widget_layout: {
      ...initial.widget_layout,
      sm: { ...initial.widget_layout.sm, metrics: { x: 1, y: 1000, w: 3, h: 40, collapsed: true } },
    },
  };
  const view = writeView("בוקר", settings);
  expect(isValid(savedView(), { ...view })).toBe(true);
  expect(readView(view)).toEqual(settings);
});

it("a view of before a widget was there leaves that widget as it is", () => {
  const view = writeView("Old", initial);
  const cards = view.cards.split(" ").filter((card) => !card.includes("insights"));
  const old = readView({ ...view, cards: cards.join(" ") });
  expect(old.widget_visibility).not.toHaveProperty("insights");
  expect(old.widget_layout.lg).not.toHaveProperty("insights");
  expect(old.widget_layout.lg.metrics).toEqual(initial.widget_layout.lg.metrics);
});

it("whatever stands in a view, what it arranges fits the fields of the layout", () => {
  expect(isValid(savedView(), { ...noView })).toBe(true);
  expect(isValid(savedView(), { name: "x", cards: "lg:metrics;0" })).toBe(false);
  expect(isValid(savedView(), { ...noView, name: "x".repeat(41) })).toBe(false);
  const { widget_layout } = readView({
    name: "x",
    cards: "lg:metrics:99,99999,0,0 xl:metrics:0,0,1,1 sm:secrets:1,1,1,1",
  });
  expect(widget_layout).toEqual({
    lg: { metrics: { x: 11, y: 1000, w: 1, h: 1, collapsed: false } },
    md: {},
    sm: {},
  });
});
