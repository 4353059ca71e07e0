import type { Tabs } from "@/lib/live/browser-tabs";
import type { Timers } from "@/lib/live/timers";

/**
 * A tab that the browser may put to sleep: what comes due meanwhile happens when it wakes, and what other tabs post is
 * lost. Its clock is wrong by `skewMs`.
 */
export function sleepyTab(timers: Timers, tabs: Tabs, skewMs: number) {
  const state = { asleep: false, visible: true };
  const held: (() => void)[] = [];
  const whenAwake = (act: () => void) => (state.asleep ? void held.push(act) : act());

  return {
    state,
    timers: {
      now: () => timers.now() + skewMs,
      random: timers.random,
      after(ms: number, act: () => void) {
        let cancelled = false;
        const cancel = timers.after(ms, () => whenAwake(() => void (cancelled || act())));
        return () => {
          cancelled = true;
          cancel();
        };
      },
    } satisfies Timers,
    tabs: {
      isVisible: () => state.visible,
      open: (name, receive) => tabs.open(name, (message) => void (state.asleep || receive(message))),
      queue(name, lead, options) {
        let end: (() => void) | null = null;
        const begin = () => whenAwake(() => void (end = lead()));
        return tabs.queue(
          name,
          () => {
            begin();
            return () => whenAwake(() => end?.());
          },
          options,
        );
      },
    } satisfies Tabs,
    whenAwake,
    /** The answer, not before the tab is awake. */
    whenAwoken: async <T>(answer: Promise<T>): Promise<T> => {
      const given = await answer;
      await new Promise<void>((resolve) => whenAwake(resolve));
      return given;
    },
    sleep() {
      state.asleep = true;
    },
    wake() {
      state.asleep = false;
      for (const act of held.splice(0)) act();
    },
  };
}
