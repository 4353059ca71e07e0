import type { Tabs } from "@/lib/live/browser-tabs";
import type { ConnectionEvent } from "@/lib/live/connection";
import { shareConnection } from "@/lib/live/shared-connection";
import { createSimulatedClock } from "./simulated-clock";
import type { Timers } from "@/lib/live/timers";

type Holder = { lead(): () => void; end: (() => void) | null };

/** One Web Lock: the first in the queue leads; a thief goes to the front. */
function createLock(timers: Timers): Tabs["queue"] {
  let queue: Holder[] = [];
  const grant = () => {
    const [first] = queue;
    if (first && !first.end) first.end = first.lead();
  };
  const give = (holder: Holder) => {
    queue = queue.filter((other) => other !== holder);
    holder.end?.();
    holder.end = null;
    timers.after(0, grant);
  };
  return (_name, lead, { steal }) => {
    const holder: Holder = { lead, end: null };
    const [robbed] = queue;
    queue = steal ? [holder, ...queue] : [...queue, holder];
    if (steal && robbed?.end) give(robbed);
    timers.after(0, grant);
    return () => give(holder);
  };
}

/** One BroadcastChannel; what a frozen tab is sent is lost. */
function createWire(timers: Timers) {
  const listeners = new Set<(message: unknown) => void>();
  return (receive: (message: unknown) => void) => {
    listeners.add(receive);
    const post = (message: unknown) => {
      for (const other of listeners) if (other !== receive) timers.after(0, () => other(message));
    };
    return { post, close: () => void listeners.delete(receive) };
  };
}

/** For tests: a browser with tabs that can be hidden and frozen. */
export function createBrowser() {
  const clock = createSimulatedClock();
  const queue = createLock(clock.timers);
  const openWire = createWire(clock.timers);
  const sockets: { emit(event: ConnectionEvent): void; open: boolean; nudges: number }[] = [];

  function openTab({ visible = true, frozen = false } = {}) {
    const state = { visible, frozen };
    const heard: string[] = [];
    const shared: unknown[] = [];
    const connection = shareConnection({
      name: "live",
      tabs: {
        queue,
        open: (_name, receive) => openWire((message) => void (state.frozen || receive(message))),
        isVisible: () => state.visible,
      },
      timers: clock.timers,
      connect(emit) {
        const socket = { emit, open: true, nudges: 0 };
        sockets.push(socket);
        return { nudge: () => void (socket.nudges += 1), stop: () => void (socket.open = false) };
      },
      onEvent: (event) => heard.push(event.kind === "message" ? event.event : event.kind),
      onData: (data, fromLeader) => shared.push([data, fromLeader]),
    });
    const show = (now: boolean) => {
      state.visible = now;
      connection.visibilityChanged();
    };
    return { connection, heard: () => heard.splice(0), shared, show, state };
  }

  const open = () => sockets.filter((socket) => socket.open);
  return { clock, openTab, sockets, open };
}
