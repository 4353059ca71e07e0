import type { Tabs } from "./browser-tabs";
import type { Connection, ConnectionEvent } from "./connection";
import { isTabMessage, type TabMessage } from "./tab-message";
import { createAlarm, type Timers } from "./timers";

type Options = {
  /** Holds the user's id: tabs of two people on one device never share. */
  name: string;
  /** Null: this tab keeps its own socket. */
  tabs: Tabs | null;
  timers: Timers;
  connect(emit: (event: ConnectionEvent) => void): Connection;
  onEvent(event: ConnectionEvent): void;
  /** What another tab shared. Everything the leader had passed on before is already known to this tab. */
  onData(data: unknown, fromLeader: boolean): void;
};

export type SharedConnection = {
  isLeader(): boolean;
  share(data: unknown): void;
  /** The network returned, or the person did. */
  nudge(): void;
  visibilityChanged(): void;
  stop(): void;
};

/** A leader that neither answers nor is seen is replaced after this long. */
const stealAfterMs = 5_000;
const askEveryMs = 60_000;

/** Without Web Locks each tab keeps a socket of its own and nobody passes anything on. */
function ownConnection({ connect, onEvent }: Options): SharedConnection {
  const connection = connect(onEvent);
  return {
    isLeader: () => true,
    share: () => undefined,
    nudge: connection.nudge,
    visibilityChanged: () => undefined,
    stop: connection.stop,
  };
}

/**
 * One socket for all tabs of a browser: the tab that holds a Web Lock leads and passes on what it hears. Hidden tabs
 * are throttled and the stock client does not reconnect in them, so a visible tab takes the lead from one that is
 * silent, or hidden and not joined.
 */
export function shareConnection(options: Options): SharedConnection {
  const { name, tabs, timers, connect, onEvent, onData } = options;
  if (!tabs) return ownConnection(options);
  const steal = createAlarm(timers);
  const ask = createAlarm(timers);
  let connection: Connection | null = null;
  let joined = false;
  let stopped = false;
  let leader = { answered: false, visible: false };
  let leaveQueue = () => {};

  const wire = tabs.open(name, (message) => isTabMessage(message) && receive(message));
  const post = (message: TabMessage) => wire.post(message);
  const announce = () => post({ v: 1, kind: "leader", joined, visible: tabs.isVisible() });

  const hear = (event: ConnectionEvent) => {
    if (event.kind === "joined") joined = true;
    if (event.kind === "lost") joined = false;
    onEvent(event);
    considerSteal();
  };

  function considerSteal() {
    const healthy = leader.answered && (joined || leader.visible);
    if (stopped || connection || healthy || !tabs?.isVisible()) return steal.clear();
    if (!steal.pending())
      steal.set(stealAfterMs, () => {
        leaveQueue();
        enterQueue(true);
      });
  }

  function askLeader() {
    if (stopped || connection) return;
    leader = { ...leader, answered: false };
    post({ v: 1, kind: "who" });
    considerSteal();
    ask.set(askEveryMs, askLeader);
  }

  function enterQueue(stealing: boolean) {
    const lead = () => {
      steal.clear();
      connection = connect((event) => {
        post({ v: 1, kind: "event", event });
        hear(event);
      });
      announce();
      return () => {
        connection?.stop();
        connection = null;
        if (stopped) return;
        // Another tab took the lead: what it hears will be passed on; until then this tab polls.
        hear({ kind: "lost", reason: "another tab leads" });
        enterQueue(false);
        askLeader();
      };
    };
    leaveQueue = tabs?.queue(name, lead, { steal: stealing }) ?? leaveQueue;
  }

  function receive(message: TabMessage) {
    if (message.kind === "data") return onData(message.data, message.fromLeader);
    if (connection) {
      if (message.kind === "who") announce();
      if (message.kind === "nudge") connection.nudge();
      return;
    }
    if (message.kind === "event") hear(message.event);
    if (message.kind !== "leader") return;
    leader = { answered: true, visible: message.visible };
    if (message.joined !== joined)
      hear(message.joined ? { kind: "joined" } : { kind: "lost", reason: "the leading tab is not joined" });
    considerSteal();
  }

  enterQueue(false);
  askLeader();
  return {
    isLeader: () => connection !== null,
    share: (data) => post({ v: 1, kind: "data", data, fromLeader: connection !== null }),
    nudge: () => (connection ? connection.nudge() : post({ v: 1, kind: "nudge" })),
    visibilityChanged: () => (connection ? announce() : askLeader()),
    stop() {
      stopped = true;
      steal.clear();
      ask.clear();
      leaveQueue();
      wire.close();
    },
  };
}
