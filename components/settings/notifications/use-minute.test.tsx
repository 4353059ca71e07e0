// @vitest-environment jsdom
import { act, cleanup } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { show } from "./page.test-support";
import { useMinute } from "./use-minute";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("is a new instant each minute, and its component does not render in between", () => {
  const opened = new Date("2026-11-23T12:30:15Z");
  vi.useFakeTimers({ now: opened });
  const drawn: string[] = [];
  const Clock = () => <time>{drawn[drawn.push(useMinute()) - 1]}</time>;
  show(<Clock />, opened);
  const before = drawn.length;
  act(() => vi.advanceTimersByTime(40_000));
  expect(drawn).toHaveLength(before);
  act(() => vi.advanceTimersByTime(10_000));
  expect(new Set(drawn)).toEqual(new Set(["2026-11-23T12:30:00.000Z", "2026-11-23T12:31:00.000Z"]));
});
