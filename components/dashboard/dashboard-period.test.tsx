// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Asked } from "@/lib/leads/asked";
import { somePanels } from "@/lib/testing/lead-panels";
import { ok } from "@/lib/result";
import { stubWindow } from "./arrange/window.test-support";
import { card, rowsOf, show } from "./dashboard-view.test-support";

beforeEach(() => stubWindow());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a change is told as a number against as many days before, and conversion in points", async () => {
  await show();
  expect(
    card("metrics")
      .getAllByRole("definition")
      .slice(0, 4)
      .map(({ textContent }) => textContent),
  ).toEqual([
    "25+5 against 20 in the 14 days before",
    "8-2 against 10 in the 14 days before",
    "5+3 against 2 in the 14 days before",
    "20%5 of 25+10 pts against 10% in the 14 days before",
  ]);
  cleanup();
  await show({ overrides: { dashboard_preferences: { defaultView: "classic" } } });
  expect(rowsOf("metrics")).toEqual([
    ["Leads", "25", "20", "+5"],
    ["Qualified", "8", "10", "-2"],
    ["Meetings", "5", "2", "+3"],
    ["Conversion to meeting", "20%", "10%", "+10 pts"],
    ["BANT qualification", "28%", "", ""],
    ["Hot and burning", "5", "", ""],
    ["First message sent", "96%", "", ""],
    ["Leads with a meeting", "16%", "", ""],
    ["Cold", "12", "", ""],
    ["Warm", "5", "", ""],
    ["Hot", "3", "", ""],
    ["Burning", "2", "", ""],
  ]);
});

test("the days of the figures stand under the title", async () => {
  await show();
  expect(screen.getByText("Nov 9, 2026 – Nov 22, 2026")).toBeDefined();
});

test("a period is chosen from the list, and days of one's own are checked before they are", async () => {
  const { onPeriodChange } = await show();
  const list = screen.getByRole("combobox", { name: "Period" });
  await userEvent.selectOptions(list, "Last month");
  expect(onPeriodChange.mock.calls).toEqual([[{ preset: "lastMonth", from: "", to: "" }]]);
  await userEvent.selectOptions(list, "Own dates");
  expect(onPeriodChange).toHaveBeenCalledOnce();
  const write = async (from: string, to: string) => {
    for (const [name, day] of [
      ["First day", from],
      ["Last day", to],
    ] as const) {
      const input = screen.getByLabelText(name);
      await userEvent.clear(input);
      if (day) await userEvent.type(input, day);
    }
    await userEvent.click(screen.getByRole("button", { name: "Show these days" }));
  };
  await write("2026-11-09", "");
  expect(screen.getByRole("alert").textContent).toBe("Choose both days.");
  await write("2026-11-09", "2026-11-08");
  expect(screen.getByRole("alert").textContent).toBe("The last day is before the first.");
  await write("2010-01-01", "2026-11-08");
  expect(screen.getByRole("alert").textContent).toBe("Ten years at most.");
  await write("2026-10-01", "2026-11-08");
  expect(onPeriodChange.mock.calls[1]).toEqual([{ preset: "own", from: "2026-10-01", to: "2026-11-08" }]);
});

test("figures of other days, of another clock or without a widget that is wanted are asked for again; what fits is not", async () => {
  const asks = async (wanted: Partial<Asked>) => {
    const { refresh } = await show({ wanted });
    const busy = document.querySelector("[data-view]")?.getAttribute("aria-busy");
    cleanup();
    return [refresh.mock.calls.length, busy];
  };
  expect(await asks({})).toEqual([0, null]);
  expect(await asks({ panels: ["metrics"] })).toEqual([0, null]);
  expect(await asks({ period: { preset: "today", from: "", to: "" } })).toEqual([1, "true"]);
  expect(await asks({ zone: "Asia/Jerusalem" })).toEqual([1, "true"]);
  expect(await asks({ weekStart: 6 })).toEqual([1, "true"]);
  const { refresh } = await show({
    answer: Promise.resolve(
      ok({
        ...somePanels,
        insights: undefined,
        asked: { ...somePanels.asked, panels: ["metrics"] },
      }),
    ),
    wanted: { panels: ["metrics", "insights"] },
  });
  expect(refresh).toHaveBeenCalledOnce();
  expect(document.querySelector('[data-skeleton="insights"]')).not.toBeNull();
});
