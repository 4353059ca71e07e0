import { backOffMs } from "./backoff";
import { createAlarm, type Timers } from "./timers";

/** The status that the Realtime client reports for a channel. */
export type ChannelStatus = "SUBSCRIBED" | "CHANNEL_ERROR" | "TIMED_OUT" | "CLOSED";

export type ChannelHandlers = {
  onStatus(status: ChannelStatus, reason?: string): void;
  onMessage(event: string, payload: unknown): void;
};

/** One socket with one private channel. `join` sets the access token first and rejects without one. */
export type Transport = {
  join(handlers: ChannelHandlers): Promise<{ leave(): void }>;
  renewToken(): void;
  disconnect(): void;
};

export type ConnectionEvent =
  | { kind: "joined" }
  | { kind: "lost"; reason: string }
  | { kind: "renewed" }
  | { kind: "message"; event: string; payload: unknown };

export type Connection = {
  /** Call when the tab or the network is back: tries at once instead of after the wait. */
  nudge(): void;
  stop(): void;
};

/** The Realtime client heals errors and cut sockets itself; after this time without success a new channel is opened. */
const healMs = 15_000;
/** Focus, visibility and `online` events come together: a nudge does not disturb a try younger than this. */
const nudgeAfterMs = 3_000;

type Life = {
  transport: Transport;
  timers: Timers;
  emit(event: ConnectionEvent): void;
  retry: ReturnType<typeof createAlarm>;
  channel: { leave(): void } | null;
  /** Counts channels: events of an older channel are ignored. */
  generation: number;
  joined: boolean;
  failures: number;
  openedAt: number;
};

function drop(life: Life) {
  life.generation += 1;
  life.channel?.leave();
  life.channel = null;
}

function openLater(life: Life, atLeastMs: number) {
  const wait = backOffMs(life.failures, life.timers.random);
  life.failures += 1;
  life.retry.set(atLeastMs + wait, () => open(life));
}

function lose(life: Life, reason: string) {
  life.joined = false;
  life.emit({ kind: "lost", reason });
}

function onStatus(life: Life, status: ChannelStatus, reason: string) {
  if (status === "SUBSCRIBED") {
    life.retry.clear();
    life.failures = 0;
    life.joined = true;
    return life.emit({ kind: "joined" });
  }
  lose(life, reason);
  // Whatever the reason, an old token would fail again.
  life.transport.renewToken();
  if (status === "CLOSED") {
    drop(life);
    openLater(life, 0);
  } else if (!life.retry.pending()) openLater(life, healMs);
}

function open(life: Life) {
  drop(life);
  const { generation } = life;
  const isCurrent = () => generation === life.generation;
  life.openedAt = life.timers.now();
  openLater(life, healMs);
  life.transport
    .join({
      onStatus: (status, reason) => isCurrent() && onStatus(life, status, reason ?? status),
      onMessage: (event, payload) => isCurrent() && life.emit({ kind: "message", event, payload }),
    })
    .then(
      (channel) => (isCurrent() ? (life.channel = channel) : channel.leave()),
      (thrown: unknown) => {
        if (!isCurrent()) return;
        lose(life, thrown instanceof Error ? thrown.message : "no access token");
        openLater(life, 0);
      },
    );
}

/**
 * Keeps a channel joined until `stop`. The Realtime client never rejoins a channel that the server closed (expired or
 * revoked token), so every end but `stop` leads to a new channel after a jittered wait.
 */
export function startConnection(
  transport: Transport,
  timers: Timers,
  emit: (event: ConnectionEvent) => void,
): Connection {
  const state = { channel: null, generation: 0, joined: false, failures: 0, openedAt: 0 };
  const life: Life = { ...state, transport, timers, emit, retry: createAlarm(timers) };
  open(life);
  return {
    nudge() {
      if (life.joined || timers.now() - life.openedAt < nudgeAfterMs) return;
      life.failures = 0;
      open(life);
    },
    stop() {
      life.retry.clear();
      drop(life);
      transport.disconnect();
    },
  };
}
