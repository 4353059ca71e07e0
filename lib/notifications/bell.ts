import type { ConnectionEvent } from "@/lib/live/connection";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import { createStore, initialState, withAnswer, type BellView } from "./bell-view";
import { createCatchUp } from "./catch-up";
import { hasHole, hearHint } from "./feed";
import { isSharedAnswer, seqOfHint, type SharedAnswer } from "./hint";
import { createMarking, type Mark } from "./marking";
import type { FeedAnswer, MarkAnswer } from "./notification";

type Options = {
  /** Null where the server could not read. */
  initial: FeedAnswer | null;
  load(afterSeq: number): Promise<Result<FeedAnswer>>;
  mark(mark: Mark): Promise<Result<MarkAnswer>>;
  timers: Timers;
  isVisible(): boolean;
  /** The other tabs of this browser. */
  tabs: { isLeader(): boolean; share(answer: SharedAnswer): void };
};

export type Bell = {
  view(): BellView;
  watch(watcher: () => void): () => void;
  onEvent(event: ConnectionEvent): void;
  onShared(data: unknown, fromLeader: boolean): void;
  /** The person is back, or the network is: read again. */
  resync(): void;
  mark(mark: Mark): Promise<Result<MarkAnswer>>;
  stop(): void;
};

/** A channel may say it is joined a little before it is: what is missed in between is read this much later. */
const secondLookMs = 5_000;
/** A connection that takes longer than this to open is not waited for: polling begins. */
const openingMs = 8_000;
/** The leading tab reads at once and shares; another tab reads by itself only when nothing came. */
const followMs = 1_500;
const pollMs = { visible: 10_000, hidden: 30_000 };

/** The state of one person's bell in one tab. Realtime is a hint: the rows are always read from the server. */
export function createBell({ initial, load, mark, timers, isVisible, tabs }: Options): Bell {
  const store = createStore(initialState(initial));
  const secondLook = createAlarm(timers);
  const opening = createAlarm(timers);
  const follow = createAlarm(timers);
  const poll = createAlarm(timers);
  let joinTicket = 0;

  const setLink = (facts: Partial<ReturnType<typeof store.state>["link"]>) =>
    store.update((state) => ({ ...state, link: { ...state.link, ...facts } }));
  const catchUp = createCatchUp({
    timers,
    load: () => load(store.state().feed.cursor),
    onAnswer(answer) {
      store.update((state) => withAnswer(state, answer));
      setLink({ failing: false, caughtUp: catchUp.isDone(joinTicket) });
      tabs.share({ kind: "feed", answer, complete: catchUp.isSettled() });
      return hasHole(store.state().feed);
    },
    onFailure: (isFinal) => setLink(isFinal ? { ended: true } : { failing: true }),
  });

  function pollLater() {
    if (store.state().link.link === "joined") return poll.clear();
    const interval = isVisible() ? pollMs.visible : pollMs.hidden;
    poll.set(interval * (0.8 + 0.4 * timers.random()), () => {
      catchUp.want();
      pollLater();
    });
  }

  function lose() {
    if (store.state().link.link === "lost") return;
    setLink({ link: "lost", caughtUp: false });
    secondLook.clear();
    catchUp.want();
    pollLater();
  }

  function join() {
    joinTicket = catchUp.want();
    setLink({ link: "joined", caughtUp: false });
    poll.clear();
    opening.clear();
    secondLook.set(secondLookMs, catchUp.want);
  }

  function hear(payload: unknown) {
    const seq = seqOfHint(payload);
    if (seq === null) return;
    store.update((state) => ({ ...state, feed: hearHint(state.feed, seq) }));
    if (tabs.isLeader()) catchUp.want();
    else if (!follow.pending()) follow.set(followMs, catchUp.want);
  }

  if (!initial) catchUp.want();
  opening.set(openingMs, lose);

  return {
    view: store.view,
    watch: store.watch,
    onEvent(event) {
      if (event.kind === "joined") join();
      if (event.kind === "lost") lose();
      if (event.kind === "renewed") catchUp.want();
      if (event.kind === "message" && event.event === "notification") hear(event.payload);
    },
    onShared(data, fromLeader) {
      if (!isSharedAnswer(data)) return;
      store.update((state) => withAnswer(state, data.answer));
      setLink({ failing: false });
      if (fromLeader && data.complete) follow.clear();
      if (poll.pending()) pollLater();
    },
    resync: () => void catchUp.want(),
    mark: createMarking(store, mark, catchUp.want),
    stop() {
      for (const alarm of [opening, secondLook, follow, poll]) alarm.clear();
      catchUp.stop();
    },
  };
}
