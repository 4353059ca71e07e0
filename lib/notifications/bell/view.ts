import type { Failure } from "@/lib/result";
import { bellStatus, type BellStatus, type LinkFacts } from "./status";
import type { Edit, SettledEdit } from "./edits";
import { applyAnswer, emptyFeed, shownRows, shownUnread, type Feed } from "./feed";
import type { FeedAnswer, Notification } from "@/lib/notifications/notification";
import type { Meeting } from "@/lib/notifications/meetings";

/** The part of a bell that the screen shows. */
export type BellView = {
  rows: readonly Notification[];
  unread: number;
  /** During which it is silent. */
  meetings: readonly Meeting[];
  status: BellStatus;
  /** The server's clock at the last read. Null before the first. */
  knownAt: string | null;
  /** New unread rows of the last answer that had any; `key` grows with each. */
  arrived: { key: number; rows: readonly Notification[] } | null;
  /** The last mark that was refused and taken back. */
  refused: { key: number; error: Failure } | null;
  /** What was done here: not confirmed yet, and the last that was. */
  edits: readonly Edit[];
  settled: readonly SettledEdit[];
};

export type BellState = {
  feed: Feed;
  link: LinkFacts;
  arrived: BellView["arrived"];
  refused: BellView["refused"];
};

export const initialState = (initial: FeedAnswer | null): BellState => ({
  feed: initial ? applyAnswer(emptyFeed, initial) : emptyFeed,
  link: { link: "opening", caughtUp: false, failing: false, ended: false },
  arrived: null,
  refused: null,
});

export const viewOf = ({ feed, link, arrived, refused }: BellState): BellView => ({
  rows: shownRows(feed),
  unread: shownUnread(feed),
  meetings: feed.meetings,
  status: bellStatus(link),
  knownAt: feed.rowsAt?.at ?? null,
  arrived,
  refused,
  edits: feed.edits,
  settled: feed.settled,
});

/** Takes in an answer and notes its new unread rows in `arrived`. Rows of the very first answer are not new. */
export function withAnswer(state: BellState, answer: FeedAnswer): BellState {
  const feed = applyAnswer(state.feed, answer);
  const isNews = (row: Notification) => row.seq > state.feed.cursor && row.read_at === null;
  const rows = state.feed.rowsAt === null ? [] : shownRows(feed).filter(isNews);
  const arrived = rows.length > 0 ? { key: (state.arrived?.key ?? 0) + 1, rows } : state.arrived;
  return { ...state, feed, arrived };
}

/** Holds the state, derives its view and tells the watchers of each change. */
export function createStore(initial: BellState) {
  const watchers = new Set<() => void>();
  let state = initial;
  let view = viewOf(state);
  return {
    state: () => state,
    view: () => view,
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    update(change: (state: BellState) => BellState) {
      const changed = change(state);
      if (changed === state) return;
      state = changed;
      view = viewOf(state);
      for (const watcher of [...watchers]) watcher();
    },
  };
}
