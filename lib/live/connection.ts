import { backOffMs } from "./backoff";
import { createAlarm, type Timers } from "./timers";

/** What the stock client reports of a channel. */
export type ChannelStatus = "SUBSCRIBED" | "CHANNEL_ERROR" | "TIMED_OUT" | "CLOSED";

export type ChannelHandlers = {
  onStatus(status: ChannelStatus, reason?: string): void;
  onMessage(event: string, payload: unknown): void;
};

/** One socket and one private channel on it. `join` puts the access token in place first and rejects without one. */
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
  /** The tab came back or the network returned: what waits for its turn is tried now. */
  nudge(): void;
  stop(): void;
};

/** The stock client heals errors and cut sockets itself. Given this long, then the channel is made anew. */
const healMs = 15_000;
/** Focus, visibility and `online` come together: a try younger than this is left alone. */
const nudgeAfterMs = 3_000;

/**
 * Keeps the channel joined for as long as it runs. The stock client never rejoins a channel that the server closed
 * (an expired or revoked token), so every end that is not ours leads to a new channel after a jittered wait.
 */
export function startConnection(
  transport: Transport,
  timers: Timers,
  emit: (event: ConnectionEvent) => void,
): Connection {
  const retry = createAlarm(timers);
  let generation = 0;
  let channel: { leave(): void } | null = null;
  let joined = false;
  let failures = 0;
  let openedAt = timers.now();

  const lose = (reason: string) => {
    joined = false;
    emit({ kind: "lost", reason });
  };
  const drop = () => {
    generation += 1;
    channel?.leave();
    channel = null;
  };
  const reopenLater = () => retry.set(backOffMs(failures++, timers.random), open);

  function onStatus(status: ChannelStatus, reason: string) {
    if (status === "SUBSCRIBED") {
      retry.clear();
      failures = 0;
      joined = true;
      return emit({ kind: "joined" });
    }
    lose(reason);
    // Whatever the reason, an old token would fail again.
    transport.renewToken();
    if (status === "CLOSED") {
      drop();
      return reopenLater();
    }
    if (!retry.pending()) retry.set(healMs + backOffMs(failures++, timers.random), open);
  }

  function open() {
    drop();
    const mine = generation;
    const current = () => mine === generation;
    openedAt = timers.now();
    retry.set(healMs + backOffMs(failures, timers.random), open);
    transport
      .join({
        onStatus: (status, reason) => current() && onStatus(status, reason ?? status),
        onMessage: (event, payload) => current() && emit({ kind: "message", event, payload }),
      })
      .then(
        (opened) => (current() ? (channel = opened) : opened.leave()),
        (thrown: unknown) => {
          if (!current()) return;
          lose(thrown instanceof Error ? thrown.message : "no access token");
          reopenLater();
        },
      );
  }

  open();
  return {
    nudge() {
      if (joined || timers.now() - openedAt < nudgeAfterMs) return;
      failures = 0;
      open();
    },
    stop() {
      retry.clear();
      drop();
      transport.disconnect();
    },
  };
}
