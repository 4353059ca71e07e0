import { startConnection, type Transport } from "@/lib/live/connection";
import { shareConnection, type SharedConnection } from "@/lib/live/shared-connection";
import { createTokenKeeper, type LiveCredentials } from "@/lib/live/token-keeper";
import { createBell, type Bell } from "@/lib/notifications/bell/bell";
import type { FeedAnswer } from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import type { sleepyTab } from "./sleepy-tab";
import { subscribeAndAppend } from "./subscribe-and-append";

type Sleepy = ReturnType<typeof sleepyTab>;
type Calls = Pick<Parameters<typeof createBell>[0], "load" | "mark" | "markBatch" | "change">;
type Tokens = Parameters<typeof createTokenKeeper>[0];

/** What a tab can ask of its server and of Realtime. */
export type TabWorld = Readonly<{
  calls: Calls;
  initial(): FeedAnswer;
  token(): Promise<Result<LiveCredentials>>;
  transport(tokens: Pick<ReturnType<typeof createTokenKeeper>, "get" | "doubt">): Transport;
}>;

export type LiveTab = Readonly<{
  bell: Bell;
  /** The stock hook beside it, on a socket of its own. */
  stock: ReturnType<typeof subscribeAndAppend>;
  sleepy: Sleepy;
  /** The person, or the network, is back. */
  resync(): void;
  show(visible: boolean): void;
  stop(): void;
}>;

/** The bell of one tab with all its real parts, put together as lib/notifications/bell/live-bell.ts does. */
export function fakeLiveTab(world: TabWorld, sleepy: Sleepy): LiveTab {
  const isVisible = () => sleepy.state.visible;
  let connection: SharedConnection | null = null;
  const bell = createBell({
    ...callsOf(world.calls, sleepy),
    initial: world.initial(),
    timers: sleepy.timers,
    isVisible,
    tabs: {
      isLeader: () => connection?.isLeader() ?? true,
      share: (answer) => connection?.share(answer),
    },
  });
  const shared = shareConnection({
    name: "live",
    tabs: sleepy.tabs,
    timers: sleepy.timers,
    connect(emit) {
      const tokens = createTokenKeeper(tokensOf(world, sleepy), sleepy.timers.now, () =>
        emit({ kind: "renewed" }),
      );
      return startConnection(gatedBy(sleepy, world.transport(tokens)), sleepy.timers, emit);
    },
    onEvent: bell.onEvent,
    onData: bell.onShared,
  });
  connection = shared;
  const stock = subscribeAndAppend(gatedBy(sleepy, world.transport(noTokens)), world.initial());
  const resync = () => {
    if (!isVisible()) return;
    shared.nudge();
    bell.resync();
  };
  return {
    bell,
    stock,
    sleepy,
    resync,
    show(visible) {
      sleepy.state.visible = visible;
      shared.visibilityChanged();
      resync();
    },
    stop: () => [shared, bell, stock].forEach((part) => part.stop()),
  };
}

/** Answers that come while the tab sleeps are taken in when it wakes. */
const callsOf = ({ load, mark, markBatch, change }: Calls, { whenAwoken }: Sleepy): Calls => ({
  load: (afterSeq) => whenAwoken(load(afterSeq)),
  mark: (given) => whenAwoken(mark(given)),
  markBatch: (given) => whenAwoken(markBatch(given)),
  change: (given) => whenAwoken(change(given)),
});

const tokensOf =
  ({ token }: TabWorld, { whenAwoken }: Sleepy): Tokens =>
  async () => {
    const given = await whenAwoken(token());
    if (!given.ok) throw new Error(given.error.code);
    return given.value;
  };

const nobody: LiveCredentials = { accessToken: "", expiresInMs: 1, url: "", publishableKey: "" };
const noTokens = { get: async () => nobody, doubt: () => undefined };

/** What comes over a socket while its tab sleeps: frames are lost, the end of the socket is noticed on waking. */
const gatedBy = ({ state, whenAwake }: Sleepy, wire: Transport): Transport => ({
  ...wire,
  join: (handlers) =>
    wire.join({
      onStatus: (status, reason) => whenAwake(() => handlers.onStatus(status, reason)),
      onMessage: (event, payload) => void (state.asleep || handlers.onMessage(event, payload)),
    }),
});
