import type { ConnectionEvent } from "@/lib/live/connection";
import { shareConnection } from "@/lib/live/shared-connection";
import { fakeClock } from "./fake-clock";
import { fakeTabs } from "./fake-tabs";

/** The tabs of one browser that share a socket. A tab can be hidden, and a frozen one loses what it is sent. */
export function fakeSocketTabs() {
  const clock = fakeClock();
  const tabs = fakeTabs((act) => void clock.timers.after(0, act));
  const sockets: { emit(event: ConnectionEvent): void; open: boolean; nudges: number }[] = [];

  function openTab({ visible = true, frozen = false } = {}) {
    const state = { visible, frozen };
    const heard: string[] = [];
    const shared: unknown[] = [];
    const connection = shareConnection({
      name: "live",
      tabs: {
        queue: tabs.queue,
        open: (name, receive) => tabs.open(name, (message) => void (state.frozen || receive(message))),
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
