import type { ConnectionEvent } from "@/lib/live/connection";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import type { LinkFacts } from "./status";
import { createStore, initialState, withAnswer, type BellView } from "./view";
import { createCatchUp } from "./catch-up";
import { hasHole, hearHint } from "./feed";
import { isSharedAnswer, seqOfHint, type SharedAnswer } from "./hint";
import { createAllRead, type TakeBack } from "./all-read";
import { createEdits } from "./marking";
import type {
  BatchAnswer,
  BatchMark,
  ChangeMark,
  FeedAnswer,
  Mark,
  MarkAnswer,
} from "@/lib/notifications/notification";

type Options = {
  /** Null if the server's read failed. */
  initial: FeedAnswer | null;
  load(afterSeq: number): Promise<Result<FeedAnswer>>;
  mark(mark: Mark): Promise<Result<MarkAnswer>>;
  markBatch(batch: BatchMark): Promise<Result<BatchAnswer>>;
  change(change: ChangeMark): Promise<Result<MarkAnswer>>;
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
  /** Takes in an answer that the bell did not request, such as that of a page rendered anew. */
  offer(answer: FeedAnswer): void;
  /** Call when the person or the network is back: reads again. */
  resync(): void;
  mark(mark: Mark): Promise<Result<MarkAnswer>>;
  /** Done, asleep, read, or back: at once here, taken back if it is refused. */
  change(change: ChangeMark): Promise<Result<MarkAnswer>>;
  /** Everything that the person has before them; `onBegun` is given the way back. Resolves when all is stored. */
  markAllRead(onBegun: (takeBack: TakeBack) => void): Promise<Result<BatchAnswer>>;
  stop(): void;
};

type Alarm = ReturnType<typeof createAlarm>;

type Parts = Options & {
  store: ReturnType<typeof createStore>;
  catchUp: ReturnType<typeof createCatchUp>;
  alarms: Record<"opening" | "secondLook" | "follow" | "poll" | "wake", Alarm>;
  /** The catch-up ticket of the last join: done once everything missed before it has been read. */
  joinTicket: number;
};

/** A channel may report its join a little early: this much later the bell reads what it missed in between. */
const secondLookMs = 5_000;
/** If the connection has not opened after this time, polling begins. */
const openingMs = 8_000;
/** The leading tab reads at once and shares; another tab reads by itself if nothing was shared within this time. */
const followMs = 1_500;
/** With its jitter and a read, a visible tab is never more than 10 s behind, however long the channel takes to join. */
const pollMs = { visible: 8_000, hidden: 30_000 };

const setLink = ({ store }: Parts, facts: Partial<LinkFacts>) =>
  store.update((state) => ({ ...state, link: { ...state.link, ...facts } }));

/** Longer than this no timer of a browser waits. */
const longestMs = 2 ** 31 - 1;

/** What is put to sleep wakes by the clock alone: the newest answer says when, and nobody tells of it. */
function take(bell: Parts, answer: FeedAnswer) {
  const before = bell.store.state().feed.rowsAt;
  bell.store.update((state) => withAnswer(state, answer));
  const { wakes, rowsAt } = bell.store.state().feed;
  if (rowsAt === null || rowsAt === before) return;
  if (wakes === null) return bell.alarms.wake.clear();
  // Counted on the server's clock, from the answer on. A reading that is early finds when to read again.
  bell.alarms.wake.set(Math.min(Date.parse(wakes) - Date.parse(rowsAt.at), longestMs), bell.catchUp.want);
}

function takeAnswer(bell: Parts, answer: FeedAnswer): boolean {
  take(bell, answer);
  setLink(bell, { failing: false, ended: false, caughtUp: bell.catchUp.isDone(bell.joinTicket) });
  bell.tabs.share({ kind: "feed", answer, complete: bell.catchUp.isSettled() });
  return hasHole(bell.store.state().feed);
}

/** Reads repeatedly until the channel is joined, at jittered intervals, so that many browsers spread out. */
function poll(bell: Parts) {
  const interval = bell.isVisible() ? pollMs.visible : pollMs.hidden;
  bell.alarms.poll.set(interval * (0.8 + 0.4 * bell.timers.random()), () => {
    if (!bell.store.state().link.ended) bell.catchUp.want();
    poll(bell);
  });
}

/** A tab that is looked at again does not wait for the poll of a hidden one. */
function resync(bell: Parts) {
  bell.catchUp.want();
  if (bell.alarms.poll.pending()) poll(bell);
}

function lose(bell: Parts) {
  if (bell.store.state().link.link === "lost") return;
  setLink(bell, { link: "lost", caughtUp: false });
  bell.alarms.secondLook.clear();
  bell.catchUp.want();
  poll(bell);
}

function join(bell: Parts) {
  bell.joinTicket = bell.catchUp.want();
  setLink(bell, { link: "joined", caughtUp: false });
  bell.alarms.opening.clear();
  bell.alarms.poll.clear();
  bell.alarms.secondLook.set(secondLookMs, bell.catchUp.want);
}

function hear(bell: Parts, payload: unknown) {
  const seq = seqOfHint(payload);
  if (seq === null) return;
  bell.store.update((state) => ({ ...state, feed: hearHint(state.feed, seq) }));
  if (bell.tabs.isLeader()) bell.catchUp.want();
  else if (!bell.alarms.follow.pending()) bell.alarms.follow.set(followMs, bell.catchUp.want);
}

function onEvent(bell: Parts, event: ConnectionEvent) {
  if (event.kind === "joined") join(bell);
  if (event.kind === "lost") lose(bell);
  if (event.kind === "renewed") bell.catchUp.want();
  if (event.kind === "message" && event.event === "notification") hear(bell, event.payload);
}

function onShared(bell: Parts, data: unknown, fromLeader: boolean) {
  if (!isSharedAnswer(data)) return;
  take(bell, data.answer);
  setLink(bell, { failing: false });
  if (fromLeader && data.complete) bell.alarms.follow.clear();
  if (bell.alarms.poll.pending()) poll(bell);
}

function assemble(options: Options): Parts {
  const { timers, load } = options;
  const store = createStore(initialState(options.initial));
  const catchUp = createCatchUp({
    timers,
    load: () => load(store.state().feed.cursor),
    onAnswer: (answer) => takeAnswer(bell, answer),
    onFailure: (isEnded) => setLink(bell, isEnded ? { ended: true } : { failing: true }),
  });
  const alarms = {
    opening: createAlarm(timers),
    secondLook: createAlarm(timers),
    follow: createAlarm(timers),
    poll: createAlarm(timers),
    wake: createAlarm(timers),
  };
  const bell: Parts = { ...options, store, catchUp, alarms, joinTicket: 0 };
  return bell;
}

/** The state of one person's bell in one tab. Realtime is a hint: the rows are always read from the server. */
export function createBell(options: Options): Bell {
  const bell = assemble(options);
  const edits = createEdits(bell.store, bell.catchUp.want);
  if (!options.initial) bell.catchUp.want();
  bell.alarms.opening.set(openingMs, () => lose(bell));
  return {
    view: bell.store.view,
    watch: bell.store.watch,
    onEvent: (event) => onEvent(bell, event),
    onShared: (data, fromLeader) => onShared(bell, data, fromLeader),
    offer: (answer) => take(bell, answer),
    resync: () => resync(bell),
    mark: (mark) => edits.show(mark, () => options.mark(mark)),
    change: (change) => edits.show(change, () => options.change(change)),
    markAllRead: createAllRead(edits, options.markBatch),
    stop() {
      for (const alarm of Object.values(bell.alarms)) alarm.clear();
      bell.catchUp.stop();
    },
  };
}
