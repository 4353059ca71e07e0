// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Board } from "@/components/dashboard/board";
// The page fetches it later; here it is at hand.
import "./widget-menu";
import { formats } from "@/lib/i18n/formats";
import { dashboard, type DashboardPatch } from "@/lib/settings/dashboard";
import { resolve } from "@/lib/settings/resolve";
import { defaults } from "@/lib/settings/sections";
import { session } from "@/lib/settings/session";
import type { Widget } from "@/lib/settings/widgets";
import en from "@/messages/en.json";
import { useArrange } from "./arrange/use-arrange";
import { stubWindow } from "./arrange/window.test-support";

const settings = resolve(dashboard, []).value;
const stored = vi.fn((_: DashboardPatch) => () => {});
const switched = vi.fn((_path: string, _on: boolean) => () => {});

function Arranged() {
  const editor = { edit: switched, editPatch: stored, everywhere: null };
  const { viewModes } = defaults(session).ui_state;
  return (
    <Board
      projectId="p1"
      settings={settings}
      arrange={useArrange(settings, editor)}
      viewModes={viewModes}
      onViewModeChange={() => {}}
      onWidgetPeriodChange={() => {}}
    >
      {(widget) => widget}
    </Board>
  );
}

beforeEach(() => {
  stored.mockClear();
  stubWindow();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.documentElement.dir = "";
});

const show = () =>
  act(async () =>
    render(
      <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC">
        <Arranged />
      </NextIntlClientProvider>,
    ),
  );
const handle = (name: string) => screen.getByRole("button", { name: `Move: ${name}` });
const said = () => screen.getByRole("status").textContent;
const order = (widget: Widget) =>
  document.querySelector<HTMLElement>(`[data-widget=${widget}]`)?.style.getPropertyValue("--order-lg");
const patched = () => stored.mock.calls.map(([{ widget_layout }]) => widget_layout);

test("a card is picked up, carried and dropped by keys; each step is said, and only the drop is stored", async () => {
  await show();
  act(() => handle("Heat").focus());
  await userEvent.keyboard("{Enter}");
  expect(said()).toBe("Heat picked up. Place 6 of 8.");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(said()).toBe("Heat: place 8 of 8.");
  expect(order("pieCharts")).toBe("7");
  await userEvent.keyboard("{ArrowUp}");
  expect(said()).toBe("Heat: place 5 of 8.");
  expect(stored).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(said()).toBe("Heat dropped at place 5 of 8.");
  expect(patched()).toMatchObject([{ lg: { pieCharts: { y: 9, x: 6 } } }]);
  expect(document.activeElement).toBe(handle("Heat"));
});

test.each(["Escape", "Tab"])("%s puts the card back, and nothing is stored", async (key) => {
  await show();
  act(() => handle("Insights").focus());
  await userEvent.keyboard("{Enter}{ArrowUp}");
  expect(order("insights")).not.toBe("7");
  await userEvent.keyboard(`{${key}}`);
  expect(order("insights")).toBe("7");
  expect(said()).toBe("Insights put back at place 8 of 8.");
  expect(stored).not.toHaveBeenCalled();
});

test("where one reads from right to left, the left arrow goes on", async () => {
  document.documentElement.dir = "rtl";
  await show();
  act(() => handle("Heat").focus());
  await userEvent.keyboard("{Enter}{ArrowLeft}");
  expect(said()).toBe("Heat: place 7 of 8.");
});

test("the first card goes no further back, and the last none on", async () => {
  await show();
  act(() => handle("Key metrics").focus());
  await userEvent.keyboard("{Enter}{ArrowLeft}{ArrowUp}");
  expect(said()).toBe("Key metrics picked up. Place 1 of 8.");
});

async function choose(name: string, item: string) {
  await userEvent.click(screen.getByRole("button", { name: `Options: ${name}` }));
  await userEvent.click(await screen.findByText(item));
}

test("the menu makes a card as wide as is chosen, and its neighbour takes the rest", async () => {
  await show();
  await choose("Monthly performance", "Half");
  expect(patched()).toMatchObject([{ lg: { monthlyPerformance: { w: 6 }, performanceTargets: { w: 6 } } }]);
});

test("the menu of a card hides that widget", async () => {
  await show();
  await choose("Insights", "Hide this widget");
  expect(switched.mock.calls).toEqual([["widget_visibility.insights", false]]);
});

test("a collapsed card keeps its title alone, on this screen", async () => {
  stubWindow((query) => query.includes("64rem"));
  await show();
  await choose("Insights", "Collapse");
  expect(patched()).toEqual([
    { md: { insights: { ...settings.widget_layout.md.insights, collapsed: true } } },
  ]);
});

test("on a phone a card can be moved and collapsed, and has no width to choose", async () => {
  stubWindow(() => false);
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Options: Insights" }));
  const menu = within(await screen.findByRole("menu"));
  expect(menu.getByText("Move")).toBeDefined();
  expect(menu.queryByText("Half")).toBeNull();
  await userEvent.keyboard("{Escape}");
  act(() => handle("Insights").focus());
  await userEvent.keyboard("{Enter}{ArrowUp}{Enter}");
  expect(Object.keys(patched()[0] ?? {})).toEqual(["sm"]);
});
