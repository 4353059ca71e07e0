import type { Tabs } from "@/lib/live/browser-tabs";
import type { Timers } from "@/lib/live/timers";

/** Time that moves when told to. `random` is 0: every wait is the shortest. */
export function manualTimers() {
  let now = 0;
  const waiting = new Set<{ at: number; act: () => void }>();
  const timers: Timers = {
    now: () => now,
    random: () => 0,
    after(ms, act) {
      const timer = { at: now + ms, act };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
  };
  const advance = (ms: number) => {
    now += ms;
    for (const timer of [...waiting].filter(({ at }) => at <= now)) {
      waiting.delete(timer);
      timer.act();
    }
  };
  return { timers, advance };
}

/** The tabs of one browser: a lock that one of them holds and a channel to the others. */
export function manualTabs() {
  const queues = new Map<string, (() => () => void)[]>();
  const receivers = new Map<string, Set<(message: unknown) => void>>();
  const holds = new Map<string, { lead: () => () => void; end: () => void }>();
  const promote = (name: string) => {
    const [lead] = queues.get(name) ?? [];
    if (lead && !holds.has(name)) holds.set(name, { lead, end: lead() });
  };
  const tabs: Tabs = {
    isVisible: () => true,
    queue(name, lead) {
      queues.set(name, [...(queues.get(name) ?? []), lead]);
      queueMicrotask(() => promote(name));
      return () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((other) => other !== lead),
        );
        const held = holds.get(name);
        if (held?.lead !== lead) return;
        held.end();
        holds.delete(name);
        promote(name);
      };
    },
    open(name, receive) {
      const members = receivers.get(name) ?? new Set();
      receivers.set(name, members.add(receive));
      return {
        post: (message) =>
          [...members]
            .filter((other) => other !== receive)
            .forEach((other) => queueMicrotask(() => other(message))),
        close: () => void members.delete(receive),
      };
    },
  };
  return tabs;
}
