// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubWindow } from "./arrange/window.test-support";
import { card, cards, rowsOf, show } from "./dashboard-view.test-support";
// The page fetches it later; here it is at hand.
import "./widget-menu";
import { emptyPanels, somePanels } from "@/lib/testing/lead-panels";
import { fail, ok } from "@/lib/result";
import { widgets, type Widget } from "@/lib/settings/widgets";

beforeEach(() => stubWindow());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("without choices of their own, a person sees all eight widgets", async () => {
  await show();
  expect(cards().sort()).toEqual([...widgets].sort());
});

test("a hidden widget is not there, and the others are", async () => {
  await show({ overrides: { widget_visibility: { insights: false, metrics: false } } });
  expect(cards()).toHaveLength(6);
  expect(cards()).not.toContain("insights");
});

test("when everything is hidden, the way to the settings is shown", async () => {
  await show({
    overrides: { widget_visibility: Object.fromEntries(widgets.map((widget) => [widget, false])) },
  });
  expect(cards()).toEqual([]);
  expect(screen.getByRole("link", { name: "Choose widgets" }).getAttribute("href")).toContain(
    "/settings/dashboard",
  );
});

const menuOf = async (widget: Widget, name: RegExp) => {
  await userEvent.click(card(widget).getByRole("button", { name }));
  return (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
};

test("a chart can be shown as its figures on this device, and back, without the others", async () => {
  const { onViewModeChange } = await show({ asTable: ["metrics"] });
  expect(document.querySelectorAll('[data-widget="metrics"] svg path[vector-effect]')).toHaveLength(0);
  expect(document.querySelectorAll('[data-widget="monthlyPerformance"] rect')).toHaveLength(4);
  await menuOf("metrics", /Options: Key/);
  await userEvent.click(await screen.findByText("Show as a chart"));
  expect(onViewModeChange.mock.calls).toEqual([["metrics", "chart"]]);
});

test("a list, and every card of a board of tables, offers no choice between chart and table", async () => {
  await show();
  expect(await menuOf("insights", /Options/)).toEqual([
    "Move",
    "Collapse",
    "Hide this widget",
    "Days of this widget",
    "Save as a file",
  ]);
  cleanup();
  await show({ overrides: { dashboard_preferences: { defaultView: "classic" } } });
  expect(await menuOf("metrics", /Options: Key/)).not.toContain("Show as a table");
});

test.each(["enhanced", "classic", "compact"] as const)(
  "in the %s view every chart has its figures as a table",
  async (view) => {
    await show({ overrides: { dashboard_preferences: { defaultView: view } } });
    expect(rowsOf("leadsConversions")[1]).toEqual(["Warm", "51", "77%"]);
    expect(rowsOf("pieCharts")[3]).toEqual(["Burning", "5", "9%"]);
    expect(rowsOf("pieCharts")[6]).toEqual(["Need", "31"]);
    expect(rowsOf("monthlyPerformance")[0]).toEqual(["Nov 9", "12", "3"]);
    expect(rowsOf("revenueChannel")[0]).toEqual(["WhatsApp", "2", "$41,200"]);
    expect(rowsOf("performanceTargets")[1]).toEqual(["Revenue", "$50,000", "$40,000", "125%", "", "Reached"]);
    expect(rowsOf("metrics").at(-1)).toEqual(view === "classic" ? ["Burning", "2", "", ""] : undefined);
  },
);

test("classic shows tables where enhanced draws, and compact leaves out trends and words", async () => {
  const drawings = async (defaultView: "enhanced" | "classic" | "compact") => {
    await show({ overrides: { dashboard_preferences: { defaultView } } });
    const found = {
      sparklines: document.querySelectorAll('[data-widget="metrics"] path[vector-effect]').length,
      bars: document.querySelectorAll('[data-widget="monthlyPerformance"] rect').length,
      advice: screen.queryByText("Most often still missing: Budget (3 of 5).") !== null,
    };
    cleanup();
    return found;
  };
  expect(await drawings("enhanced")).toEqual({ sparklines: 4, bars: 4, advice: true });
  expect(await drawings("classic")).toEqual({ sparklines: 0, bars: 0, advice: true });
  expect(await drawings("compact")).toEqual({ sparklines: 0, bars: 4, advice: false });
});

test("compact mode tightens the spacing and changes nothing else", async () => {
  const board = async (compactMode: boolean) => {
    await show({ overrides: { dashboard_preferences: { compactMode } } });
    const className = document.querySelector("[data-view]")?.className;
    const found = { className, text: document.body.textContent };
    cleanup();
    return found;
  };
  const [roomy, dense] = [await board(false), await board(true)];
  expect(dense.className).not.toBe(roomy.className);
  expect(dense.text).toBe(roomy.text);
});

test("before the figures come, the cards stand in the shape the settings want", async () => {
  await show({ answer: new Promise(() => {}), overrides: { widget_visibility: { pieCharts: false } } });
  expect(cards()).toHaveLength(7);
  expect(document.querySelectorAll("[data-skeleton]")).toHaveLength(7);
});

test("when the server cannot be reached, the settings still hold and each card can try again", async () => {
  const { refresh } = await show({
    answer: Promise.resolve(fail("unavailable")),
    overrides: { widget_visibility: { insights: false } },
  });
  expect(cards()).toHaveLength(7);
  await userEvent.click(card("pieCharts").getByRole("button", { name: "Try again" }));
  expect(refresh).toHaveBeenCalledOnce();
});

test("a project that is not theirs shows no card at all", async () => {
  await show({ answer: Promise.resolve(fail("forbidden")) });
  expect(cards()).toEqual([]);
  expect(screen.getByText("This project is not open to you")).toBeDefined();
});

test("a project without leads says in each card what would fill it", async () => {
  await show({ answer: Promise.resolve(ok(emptyPanels)) });
  expect(card("pieCharts").getByText("No lead of this period is open.")).toBeDefined();
  expect(card("performanceTargets").getByText("No targets are set for this month.")).toBeDefined();
  expect(card("metrics").getAllByText("Too few to compare")).toHaveLength(1);
  expect(card("metrics").getAllByText("0 of 0")).toHaveLength(4);
});

test("activity and insights link to the leads that they are about", async () => {
  await show();
  const link = card("recentActivity").getAllByRole("link")[0];
  expect(link?.getAttribute("href")).toBe("/leads/0a7e0000-0003-4000-8000-000000000001");
  expect(card("insights").getAllByRole("link")[0]?.getAttribute("href")).toContain(
    "counts=waiting&from=2026-11-09",
  );
});

const opened = (widget: Widget, links: string) =>
  [...document.querySelectorAll(`[data-widget="${widget}"] ${links}`)].map((link) =>
    link.getAttribute("href"),
  );

test.each([
  ["revenue", true],
  ["no revenue", false],
])(
  "what a mark of a chart opens, keys open by a link, in the card or in its table (%s)",
  async (_, recorded) => {
    const revenueChannel = somePanels.revenueChannel && { ...somePanels.revenueChannel, recorded };
    const answer = Promise.resolve(ok({ ...somePanels, revenueChannel }));
    await show({ answer });
    const marks = widgets.map((widget) => opened(widget, 'a[tabindex="-1"]'));
    const besideThem = widgets.map((widget) => opened(widget, "a:not([tabindex])"));
    cleanup();
    // One choice of the card's menu away, which keys reach as well.
    await show({ answer, asTable: [...widgets] });
    const inTables = widgets.map((widget) => opened(widget, "a:not([tabindex])"));
    const unreached = marks.map((own, nth) =>
      own.filter((address) => ![...(besideThem[nth] ?? []), ...(inTables[nth] ?? [])].includes(address)),
    );
    expect(unreached.flat()).toEqual([]);
    expect(new Set(marks.flat()).size).toBeGreaterThan(7);
  },
);
