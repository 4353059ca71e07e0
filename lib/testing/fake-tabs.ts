import type { Tabs } from "@/lib/live/browser-tabs";

type Holder = { lead(): () => void; end: (() => void) | null };
type Defer = (act: () => void) => void;

/** One Web Lock: the first in the queue leads, and a tab that steals goes to the front. */
function fakeLock(defer: Defer) {
  let queue: Holder[] = [];
  const grant = () => {
    const [first] = queue;
    if (first && !first.end) first.end = first.lead();
  };
  const release = (holder: Holder) => {
    queue = queue.filter((other) => other !== holder);
    holder.end?.();
    holder.end = null;
    defer(grant);
  };
  return (lead: () => () => void, { steal }: { steal: boolean }) => {
    const holder: Holder = { lead, end: null };
    const [robbed] = queue;
    queue = steal ? [holder, ...queue] : [...queue, holder];
    if (steal && robbed?.end) release(robbed);
    defer(grant);
    return () => release(holder);
  };
}

/** One BroadcastChannel: a message reaches every listener but its sender's. */
function fakeChannel(defer: Defer) {
  const listeners = new Set<(message: unknown) => void>();
  return (receive: (message: unknown) => void) => {
    listeners.add(receive);
    const post = (message: unknown) => {
      for (const other of listeners) if (other !== receive) defer(() => other(message));
    };
    return { post, close: () => void listeners.delete(receive) };
  };
}

/** Makes one thing for each name, at its first use. */
function named<T>(make: () => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const one = made.get(name) ?? make();
    made.set(name, one);
    return one;
  };
}

/** The locks and channels that the tabs of one browser share. `defer` grants a lock and delivers a message later. */
export function fakeTabs(defer: Defer = queueMicrotask): Tabs {
  const lock = named(() => fakeLock(defer));
  const channel = named(() => fakeChannel(defer));
  return {
    isVisible: () => true,
    queue: (name, lead, options) => lock(name)(lead, options),
    open: (name, receive) => channel(name)(receive),
  };
}
