// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import { LeadJudgement } from "@/components/leads/lead-judgement";
import { fail, ok, type Result } from "@/lib/result";
import en from "@/messages/en.json";

const leadId = "0a7e0000-0003-4000-8000-000000000001";
const bant = { budget: true, authority: false, need: false, timeline: false };

/** Each call waits until the test answers it. */
function answerable() {
  const waiting: ((result: Result<unknown>) => void)[] = [];
  const call = vi.fn(() => new Promise<Result<unknown>>((resolve) => waiting.push(resolve)));
  return { call, answer: (result: Result<unknown>) => act(async () => waiting.shift()?.(result)) };
}

function show() {
  const heat = answerable();
  const mark = answerable();
  render(
    <NextIntlClientProvider locale="en" messages={en}>
      <LeadJudgement leadId={leadId} heat="warm" bant={bant} changeHeat={heat.call} setBantMark={mark.call} />
    </NextIntlClientProvider>,
  );
  return { heat, mark };
}

const isChosen = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name }).checked;

afterEach(cleanup);

test("heat shows at once, before the server has answered", async () => {
  const { heat } = show();
  await userEvent.click(screen.getByRole("radio", { name: "Burning" }));
  expect(isChosen("Burning")).toBe(true);
  expect(heat.call.mock.calls).toEqual([[{ leadId, heat: "burning" }]]);
  await heat.answer(ok({}));
  expect(screen.getByRole("status").textContent).toBe("Heat saved: Burning.");
});

test("heat that could not be saved goes back and says so", async () => {
  const { heat } = show();
  await userEvent.click(screen.getByRole("radio", { name: "Burning" }));
  await heat.answer(fail("unavailable"));
  expect(isChosen("Warm")).toBe(true);
  expect(screen.getByRole("status").textContent).toBe("That could not be saved. Please try again.");
});

test("a viewer is told that they may look but not change", async () => {
  const { mark } = show();
  await userEvent.click(screen.getByRole("checkbox", { name: /Timeline/ }));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Timeline/ }).checked).toBe(true);
  await mark.answer(fail("not_found"));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Timeline/ }).checked).toBe(false);
  expect(screen.getByRole("status").textContent).toBe("You can look at this lead but not change it.");
});
