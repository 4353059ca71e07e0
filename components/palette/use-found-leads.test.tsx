// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FoundLead } from "@/lib/leads/page";
import { pauseMs, useFoundLeads } from "./use-found-leads";

const lead = (name: string): FoundLead => ({ id: name, project_id: "p", name, company: null, heat: "warm" });

let answers: ((response: Response) => void)[] = [];
const asked = vi.fn<(address: string) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  asked.mockClear();
  vi.stubGlobal("fetch", (address: string) => {
    asked(address);
    return new Promise<Response>((resolve) => answers.push(resolve));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = () => renderHook(({ text }) => useFoundLeads(text), { initialProps: { text: "" } });
const pause = () => act(() => vi.advanceTimersByTime(pauseMs));
const answer = (index: number, body: unknown, status = 200) =>
  act(async () => {
    answers[index]?.(Response.json(body, { status }));
    await vi.advanceTimersByTimeAsync(0);
  });

it("asks once for what stands there when the typing pauses, and not for a letter", async () => {
  const { result, rerender } = show();
  for (const text of ["d", "da", "dan", "dana"]) rerender({ text });
  pause();
  expect(asked.mock.calls).toEqual([["/api/leads/find?q=dana"]]);
  expect(result.current).toMatchObject({ leads: [], looking: true, failed: false });
  await answer(0, { ok: true, value: [lead("Dana")] });
  expect(result.current).toMatchObject({ leads: [lead("Dana")], looking: false });
  rerender({ text: "d" });
  pause();
  expect(result.current).toMatchObject({ leads: [], looking: false });
  expect(asked).toHaveBeenCalledOnce();
});

it("keeps what was found while the text goes on, and shows no answer to an older text", async () => {
  const { result, rerender } = show();
  rerender({ text: "da" });
  pause();
  rerender({ text: "dan" });
  pause();
  await answer(0, { ok: true, value: [lead("David")] });
  expect(result.current.leads, "the answer to the older text").toEqual([]);
  await answer(1, { ok: true, value: [lead("Dana")] });
  rerender({ text: "dana" });
  expect(result.current).toMatchObject({ leads: [lead("Dana")], looking: true });
  rerender({ text: "rina" });
  expect(result.current.leads).toEqual([]);
});

it("says that leads cannot be searched where there is no answer", async () => {
  const { result, rerender } = show();
  rerender({ text: "dana" });
  pause();
  await answer(0, { ok: false, error: { code: "unavailable" } }, 503);
  expect(result.current).toMatchObject({ leads: [], looking: false, failed: true });
});
