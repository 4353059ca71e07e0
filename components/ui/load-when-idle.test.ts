// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadWhenIdle } from "./load-when-idle";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const failingTwice = () => {
  const load = vi.fn<() => Promise<string>>();
  load.mockRejectedValueOnce(new Error("no network"));
  load.mockRejectedValueOnce(new Error("no network"));
  return load.mockResolvedValue("code");
};

it("code that could not be fetched is fetched when the network is back, and otherwise after a while", async () => {
  const [load, use] = [failingTwice(), vi.fn()];
  loadWhenIdle(load, use);
  await vi.advanceTimersByTimeAsync(300);
  expect(load).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(2);
  expect(use).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(use).toHaveBeenCalledExactlyOnceWith("code");
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
});

it("nothing is loaded or used after the caller has given up", async () => {
  const [load, use] = [failingTwice(), vi.fn()];
  const giveUp = loadWhenIdle(load, use);
  await vi.advanceTimersByTimeAsync(300);
  giveUp();
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(1);
  expect(use).not.toHaveBeenCalled();
});
