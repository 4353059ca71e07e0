import { browserTabs } from "@/lib/live/browser-tabs";
import { startConnection, type ConnectionEvent } from "@/lib/live/connection";
import { emitLeadHint, emitLiveResync, emitSettingsHint, leadHintOf, settingsHintOf } from "@/lib/live/hub";
import { all, listen } from "@/lib/live/page-events";
import { shareConnection, type SharedConnection } from "@/lib/live/shared-connection";
import { browserTimers } from "@/lib/live/timers";
import { createTokenKeeper } from "@/lib/live/token-keeper";
import { createTransport } from "@/lib/live/transport";
import type { Result } from "@/lib/result";
import { createBell, type Bell } from "./bell";
import { loadCredentials, loadFeed } from "./feed-client";
import type {
  BatchAnswer,
  BatchMark,
  ChangeMark,
  FeedAnswer,
  Mark,
  MarkAnswer,
} from "@/lib/notifications/notification";

type Options = {
  userId: string;
  initial: FeedAnswer | null;
  mark(mark: Mark): Promise<Result<MarkAnswer>>;
  markBatch(batch: BatchMark): Promise<Result<BatchAnswer>>;
  change(change: ChangeMark): Promise<Result<MarkAnswer>>;
};

const isVisible = () => document.visibilityState === "visible";

/**
 * The bell of this tab with its real parts: one socket per browser, the person's private channel, catch-up over HTTP.
 * The channel also carries hints about settings and leads, which go to the hub.
 */
export function startLiveBell({ userId, initial, mark, markBatch, change }: Options): Bell {
  let connection: SharedConnection | null = null;
  const bell = createBell({
    initial,
    mark,
    markBatch,
    change,
    load: (afterSeq) => loadFeed(userId, afterSeq),
    timers: browserTimers,
    isVisible,
    tabs: {
      isLeader: () => connection?.isLeader() ?? true,
      share: (answer) => connection?.share(answer),
    },
  });

  const onEvent = (event: ConnectionEvent) => {
    bell.onEvent(event);
    if (event.kind === "joined" || event.kind === "renewed") emitLiveResync();
    if (event.kind === "message") passHint(event.event, event.payload);
  };

  connection = shareConnection({
    name: `ovenai-live:${userId}`,
    tabs: browserTabs(),
    timers: browserTimers,
    connect(emit) {
      const renewed = () => emit({ kind: "renewed" });
      const tokens = createTokenKeeper(() => loadCredentials(userId), Date.now, renewed);
      return startConnection(createTransport(`user:${userId}`, tokens), browserTimers, emit);
    },
    onEvent,
    onData: bell.onShared,
  });

  const stopListening = wake(bell, connection);
  return {
    ...bell,
    stop() {
      stopListening();
      connection?.stop();
      bell.stop();
    },
  };
}

/** To whoever keeps what it is about. */
function passHint(event: string, payload: unknown): void {
  const settings = event === "settings" ? settingsHintOf(payload) : null;
  if (settings) emitSettingsHint(settings);
  const lead = event === "lead" ? leadHintOf(payload) : null;
  if (lead) emitLeadHint(lead);
}

/** Resyncs after moments at which hints may have been missed unnoticed: sleep, a hidden tab, a lost network. */
function wake(bell: Bell, connection: SharedConnection): () => void {
  const resync = () => {
    if (!isVisible()) return;
    connection.nudge();
    bell.resync();
    emitLiveResync();
  };
  return all(
    listen(document, ["visibilitychange"], connection.visibilityChanged),
    listen(document, ["visibilitychange"], resync),
    listen(window, ["focus", "online", "pageshow"], resync),
    // Without a network the read fails at once and the bell says so, long before the socket is missed.
    listen(window, ["offline"], bell.resync),
  );
}
