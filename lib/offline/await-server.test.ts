import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { awaitServer } from "./await-server";

const timers = {
  now: () => Date.now(),
  random: () => 1,
  after(ms: number, act: () => void) {
    const id = setTimeout(act, ms);
    return () => clearTimeout(id);
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = (answers: boolean[]) => {
  const isThere = vi.fn(async () => answers.shift() ?? false);
  const onReturn = vi.fn();
  return { isThere, onReturn, ...awaitServer({ timers, isThere, onReturn }) };
};

it("tells the server's return once and does not ask again", async () => {
  const { isThere, onReturn, askNow } = start([false, true]);
  await vi.advanceTimersByTimeAsync(60_000);
  askNow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isThere).toHaveBeenCalledTimes(2);
  expect(onReturn).toHaveBeenCalledOnce();
});

it("asks an absent server ever more rarely, and never twice at a time", async () => {
  const { isThere, askNow } = start([]);
  expect(isThere).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isThere).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isThere.mock.calls.length).toBeLessThan(8);
  isThere.mockClear();
  askNow();
  askNow();
  expect(isThere).toHaveBeenCalledTimes(1);
});

it("asks at once when the network may be back", async () => {
  const { onReturn, askNow } = start([true]);
  askNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(onReturn).toHaveBeenCalledOnce();
});

it("neither asks nor tells after stop", async () => {
  const { isThere, onReturn, askNow, stop } = start([true]);
  askNow();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isThere).toHaveBeenCalledTimes(1);
  expect(onReturn).not.toHaveBeenCalled();
});
