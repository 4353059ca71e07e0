import { beforeEach, expect, test, vi } from "vitest";
import { startRefreshTimer, type RefreshWorld } from "@/components/dashboard/refresh-timer";

let clock = 0;
let hidden = false;
let listener: (() => void) | null = null;
let timer: { at: number; run: () => void } | null = null;

const world: RefreshWorld = {
  now: () => clock,
  isHidden: () => hidden,
  onVisibility: (heard) => {
    listener = heard;
    return () => (listener = null);
  },
  after: (ms, run) => {
    const mine = { at: clock + ms, run };
    timer = mine;
    return () => {
      if (timer === mine) timer = null;
    };
  },
};

const pass = (ms: number) => {
  const end = clock + ms;
  while (timer && timer.at <= end) {
    const { at, run } = timer;
    timer = null;
    clock = at;
    run();
  }
  clock = end;
};

const show = (visible: boolean) => {
  hidden = !visible;
  listener?.();
};

beforeEach(() => {
  clock = 0;
  hidden = false;
  listener = null;
  timer = null;
});

test("it refreshes once an interval", () => {
  const refresh = vi.fn();
  startRefreshTimer(world, 1000, refresh);
  pass(999);
  expect(refresh).not.toHaveBeenCalled();
  pass(2001);
  expect(refresh).toHaveBeenCalledTimes(3);
});

test("a hidden tab asks for nothing, however long it is hidden", () => {
  const refresh = vi.fn();
  startRefreshTimer(world, 1000, refresh);
  show(false);
  pass(60_000);
  expect(refresh).not.toHaveBeenCalled();
  expect(timer).toBeNull();
});

test("a tab that comes back late refreshes at once and only once", () => {
  const refresh = vi.fn();
  startRefreshTimer(world, 1000, refresh);
  show(false);
  pass(60_000);
  show(true);
  pass(0);
  expect(refresh).toHaveBeenCalledTimes(1);
  pass(999);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("a tab that comes back early waits for the rest of the interval", () => {
  const refresh = vi.fn();
  startRefreshTimer(world, 1000, refresh);
  pass(300);
  show(false);
  pass(300);
  show(true);
  pass(399);
  expect(refresh).not.toHaveBeenCalled();
  pass(1);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("stopped, it neither waits nor listens", () => {
  startRefreshTimer(world, 1000, vi.fn())();
  expect(timer).toBeNull();
  expect(listener).toBeNull();
});
