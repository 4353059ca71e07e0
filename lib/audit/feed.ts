import { fail, type Failure, type Result } from "@/lib/result";
import type { ActivityPage } from "./event";
import { olderThan, withNewest, withOlder } from "./history";

export type FeedState = {
  /** Null until something has been read. */
  readonly page: ActivityPage | null;
  readonly isReading: boolean;
  readonly isReadingOlder: boolean;
  /** Why the last read got nothing; null where it did. */
  readonly failure: Failure | null;
};

/** Reads one page: the newest, or what is older than an event. */
export type ReadPage = (before: number | null) => Promise<Result<ActivityPage>>;

/** The record of changes as one screen shows it: read from the newest on, page by page, while new ones come in. */
export function createActivityFeed(readPage: ReadPage, initial: Result<ActivityPage> | null) {
  let state: FeedState = {
    page: initial?.ok ? initial.value : null,
    isReading: false,
    isReadingOlder: false,
    failure: initial && !initial.ok ? initial.error : null,
  };
  const listeners = new Set<() => void>();
  let again = false;

  function change(next: Partial<FeedState>) {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  }
  const read = (before: number | null) => readPage(before).catch(() => fail("unavailable"));

  /** Reads the newest page; asked while it does, it reads once more: the answer under way may be older than the hint. */
  async function refresh(): Promise<void> {
    if (state.isReading) return void (again = true);
    change({ isReading: true });
    do {
      again = false;
      const answer = await read(null);
      if (!answer.ok) change({ failure: answer.error });
      else change({ page: state.page ? withNewest(state.page, answer.value) : answer.value, failure: null });
    } while (again);
    change({ isReading: false });
  }

  async function older(): Promise<void> {
    const before = state.page && olderThan(state.page);
    if (before === null || state.isReadingOlder) return;
    change({ isReadingOlder: true });
    const answer = await read(before);
    // Meanwhile the list may have begun anew: a page that does not follow on what is shown would hide a gap.
    const follows = state.page !== null && olderThan(state.page) === before;
    if (!answer.ok) change({ failure: answer.error });
    else if (state.page && follows) change({ page: withOlder(state.page, answer.value), failure: null });
    change({ isReadingOlder: false });
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    state: () => state,
    refresh,
    older,
  };
}
