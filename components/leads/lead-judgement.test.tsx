// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LeadJudgement } from "@/components/leads/lead-judgement";
import { settleMs } from "@/components/leads/use-settled";
import type { Judged } from "@/lib/leads/judgement";
import { fail, ok, type Result } from "@/lib/result";
import en from "@/messages/en.json";

const said = vi.hoisted(() => ({ toast: vi.fn(), error: vi.fn() }));
vi.mock("@/components/ui/toast", () => ({ toast: said.toast, toastError: said.error }));

const leadId = "0a7e0000-0003-4000-8000-000000000001";
const judged: Judged = {
  heat: "warm",
  status: "open",
  bant_budget: true,
  bant_authority: false,
  bant_need: false,
  bant_timeline: false,
};

/** React shows what comes of one action when all of them have ended, also those of the test before. */
const unanswered: (() => void)[] = [];

/** Each call waits until the test answers it. */
function answerable() {
  const waiting: ((result: Result<unknown>) => void)[] = [];
  const call = vi.fn(() => new Promise<Result<unknown>>((resolve) => waiting.push(resolve)));
  unanswered.push(() => waiting.splice(0).forEach((resolve) => resolve(ok({}))));
  return { call, answer: (result: Result<unknown>) => act(async () => waiting.shift()?.(result)) };
}

function show() {
  const judge = answerable();
  const takeBack = answerable();
  const page = render(
    <NextIntlClientProvider locale="en" messages={en}>
      <LeadJudgement
        leadId={leadId}
        name="Dana"
        judged={judged}
        judge={judge.call}
        takeBack={takeBack.call}
      />
    </NextIntlClientProvider>,
  );
  return { judge, takeBack, leave: page.unmount };
}

const isChosen = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name }).checked;
/** An arrow key, as a browser answers it: a click that no pointer made. */
function arrowTo(name: string) {
  const radio = screen.getByRole("radio", { name });
  fireEvent.keyDown(radio, { key: "ArrowRight" });
  fireEvent.click(radio);
}
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  said.toast.mockClear();
  said.error.mockClear();
});
afterEach(async () => {
  await act(async () => unanswered.splice(0).forEach((end) => end()));
  cleanup();
  vi.useRealTimers();
});
/** A pointer goes down before it clicks. */
function press(role: "radio" | "checkbox", name: string | RegExp) {
  const control = screen.getByRole(role, { name });
  fireEvent.pointerDown(control);
  fireEvent.click(control);
}

test("a press shows at once, before the server has answered, and is said with its Undo", async () => {
  const { judge, takeBack } = show();
  press("radio", "Burning");
  expect(isChosen("Burning")).toBe(true);
  expect(judge.call.mock.calls).toEqual([[{ leadId, judgement: { heat: "burning" } }]]);
  await judge.answer(ok({}));
  const [words, { action }] = said.toast.mock.lastCall ?? [];
  expect(words).toBe("Heat of \u2068Dana\u2069: Burning.");
  await act(async () => action.onClick());
  expect(takeBack.call.mock.calls).toEqual([
    [{ leadId, judgement: { heat: "warm" }, since: { heat: "burning" } }],
  ]);
  await takeBack.answer(fail("conflict"));
  expect(said.error.mock.lastCall).toEqual(["Not taken back: this was changed again since."]);
});

test("three arrow keys are one change, after a pause", async () => {
  const { judge } = show();
  for (const heat of ["Hot", "Burning", "Hot"]) arrowTo(heat);
  expect(isChosen("Hot")).toBe(true);
  await pass(settleMs - 1);
  expect(judge.call).not.toHaveBeenCalled();
  await pass(1);
  expect(judge.call.mock.calls).toEqual([[{ leadId, judgement: { heat: "hot" } }]]);
});

test.each([
  ["back to where it was", () => arrowTo("Warm")],
  ["Escape", () => fireEvent.keyDown(screen.getByRole("radio", { name: "Hot" }), { key: "Escape" })],
])("a slip of the arrow keys writes nothing: %s", async (_, back) => {
  const { judge, leave } = show();
  arrowTo("Hot");
  back();
  expect(isChosen("Warm")).toBe(true);
  await pass(settleMs);
  leave();
  expect(judge.call).not.toHaveBeenCalled();
});

test.each([
  ["Enter", (radio: HTMLElement) => fireEvent.keyDown(radio, { key: "Enter" })],
  ["leaving the control", (radio: HTMLElement) => fireEvent.blur(radio)],
  ["leaving the page", () => cleanup()],
  ["closing it", () => window.dispatchEvent(new Event("pagehide"))],
])("what the arrow keys chose is meant on %s, once", async (_, leave) => {
  const { judge } = show();
  arrowTo("Qualified");
  await act(async () => leave(screen.getByRole("radio", { name: "Qualified" })));
  await pass(settleMs);
  expect(judge.call.mock.calls).toEqual([[{ leadId, judgement: { status: "qualified" } }]]);
});

test("what could not be saved goes back and says so", async () => {
  const { judge } = show();
  press("radio", "Burning");
  await judge.answer(fail("unavailable"));
  expect(isChosen("Warm")).toBe(true);
  expect(screen.getByRole("status").textContent).toMatch("That could not be saved");
  expect(said.toast).not.toHaveBeenCalled();
});

test("a viewer is told that they may look but not change", async () => {
  const { judge } = show();
  press("checkbox", /Timeline/);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Timeline/ }).checked).toBe(true);
  await judge.answer(fail("not_found"));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Timeline/ }).checked).toBe(false);
  expect(screen.getByRole("status").textContent).toBe("You can look at this lead but not change it.");
});
