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
  /** Receives data another tab shared. This tab has already heard every event the leader passed on before it. */
  onData(data: unknown, fromLeader: boolean): void;
};

export type SharedConnection = {
  isLeader(): boolean;
  share(data: unknown): void;
  /** Call when the network or the person is back. */
  nudge(): void;
  visibilityChanged(): void;
  stop(): void;
};

type Alarm = ReturnType<typeof createAlarm>;

type Tab = Options & {
  tabs: Tabs;
  wire: ReturnType<Tabs["open"]>;
  steal: Alarm;
  ask: Alarm;
  /** Null unless this tab leads. */
  connection: Connection | null;
  joined: boolean;
  stopped: boolean;
  leader: { answered: boolean; visible: boolean };
  leaveQueue(): void;
};

/** A leader that is silent, or hidden and not joined, is replaced after this time. */
const stealAfterMs = 5_000;
const askEveryMs = 60_000;

const post = (tab: Tab, message: TabMessage) => tab.wire.post(message);

const announce = (tab: Tab) =>
  post(tab, { v: 1, kind: "leader", joined: tab.joined, visible: tab.tabs.isVisible() });

function hear(tab: Tab, event: ConnectionEvent) {
  if (event.kind === "joined") tab.joined = true;
  if (event.kind === "lost") tab.joined = false;
  tab.onEvent(event);
  considerSteal(tab);
}

function considerSteal(tab: Tab) {
  const healthy = tab.leader.answered && (tab.joined || tab.leader.visible);
  if (tab.stopped || tab.connection || healthy || !tab.tabs.isVisible()) return tab.steal.clear();
  if (tab.steal.pending()) return;
  tab.steal.set(stealAfterMs, () => {
    tab.leaveQueue();
    enterQueue(tab, true);
  });
}

function askLeader(tab: Tab) {
  if (tab.stopped || tab.connection) return;
  tab.leader = { ...tab.leader, answered: false };
  post(tab, { v: 1, kind: "who" });
  considerSteal(tab);
  tab.ask.set(askEveryMs, () => askLeader(tab));
}

function lead(tab: Tab) {
  tab.steal.clear();
  tab.joined = false;
  tab.connection = tab.connect((event) => {
    post(tab, { v: 1, kind: "event", event });
    hear(tab, event);
  });
  announce(tab);
  return () => {
    tab.connection?.stop();
    tab.connection = null;
    if (tab.stopped) return;
    // Another tab took the lead and will pass its events on; until then this tab polls.
    hear(tab, { kind: "lost", reason: "another tab leads" });
    enterQueue(tab, false);
    askLeader(tab);
  };
}

function enterQueue(tab: Tab, steal: boolean) {
  tab.leaveQueue = tab.tabs.queue(tab.name, () => lead(tab), { steal });
}

function receive(tab: Tab, message: TabMessage) {
  if (message.kind === "data") return tab.onData(message.data, message.fromLeader);
  if (tab.connection) {
    if (message.kind === "who") announce(tab);
    if (message.kind === "nudge") tab.connection.nudge();
    return;
  }
  if (message.kind === "event") hear(tab, message.event);
  if (message.kind !== "leader") return;
  tab.leader = { answered: true, visible: message.visible };
  if (message.joined && !tab.joined) hear(tab, { kind: "joined" });
  if (!message.joined && tab.joined) hear(tab, { kind: "lost", reason: "the leading tab is not joined" });
  considerSteal(tab);
}

/** The connection without Web Locks: each tab keeps its own socket and shares nothing. */
function ownConnection({ connect, onEvent }: Options): SharedConnection {
  const { nudge, stop } = connect(onEvent);
  const nothing = () => undefined;
  return { isLeader: () => true, share: nothing, nudge, visibilityChanged: nothing, stop };
}

function joinTabs(options: Options, tabs: Tabs): Tab {
  const tab: Tab = {
    ...options,
    tabs,
    wire: tabs.open(options.name, (message) => isTabMessage(message) && receive(tab, message)),
    steal: createAlarm(options.timers),
    ask: createAlarm(options.timers),
    connection: null,
    joined: false,
    stopped: false,
    leader: { answered: false, visible: false },
    leaveQueue: () => undefined,
  };
  return tab;
}

/**
 * One socket for all tabs of a browser: the tab that holds a Web Lock leads and passes its events on. Browsers throttle
 * hidden tabs and the Realtime client does not reconnect in them, so a visible tab takes the lead from a leader that is
 * silent, or hidden and not joined.
 */
export function shareConnection(options: Options): SharedConnection {
  if (!options.tabs) return ownConnection(options);
  const tab = joinTabs(options, options.tabs);
  enterQueue(tab, false);
  askLeader(tab);
  return {
    isLeader: () => tab.connection !== null,
    share: (data) => post(tab, { v: 1, kind: "data", data, fromLeader: tab.connection !== null }),
    nudge: () => (tab.connection ? tab.connection.nudge() : post(tab, { v: 1, kind: "nudge" })),
    visibilityChanged: () => (tab.connection ? announce(tab) : askLeader(tab)),
    stop() {
      tab.stopped = true;
      tab.steal.clear();
      tab.ask.clear();
      tab.leaveQueue();
      tab.wire.close();
    },
  };
}
