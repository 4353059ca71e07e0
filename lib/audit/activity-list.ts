import { fail, type Failure, type Result } from "@/lib/result";
import type { ActivityPage } from "./event";
import { olderThan, withNewest, withOlder } from "./history";

export type ListState = {
  /** Null until the first read succeeds. */
  readonly page: ActivityPage | null;
  readonly isLoading: boolean;
  readonly isLoadingOlder: boolean;
  /** Why the last read failed; null if it succeeded. */
  readonly failure: Failure | null;
};

/** Reads one page: the newest (`before` null), or the one older than the event with id `before`. */
export type ReadPage = (before: number | null) => Promise<Result<ActivityPage>>;

export type ActivityList = ReturnType<typeof createActivityList>;

/** The state of the list of changes on one screen: read page by page from the newest, while new changes come in. */
export function createActivityList(readPage: ReadPage, initial: Result<ActivityPage> | null) {
  let state: ListState = {
    page: initial?.ok ? initial.value : null,
    isLoading: false,
    isLoadingOlder: false,
    failure: initial && !initial.ok ? initial.error : null,
  };
  const listeners = new Set<() => void>();
  let again = false;

  function change(next: Partial<ListState>) {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  }
  const read = (before: number | null) => readPage(before).catch(() => fail("unavailable"));

  /**
   * Reads the newest page. A call during a read causes one more read: the answer under way may be older than the call.
   */
  async function refresh(): Promise<void> {
    if (state.isLoading) return void (again = true);
    change({ isLoading: true });
    do {
      again = false;
      const answer = await read(null);
      if (!answer.ok) change({ failure: answer.error });
      else change({ page: state.page ? withNewest(state.page, answer.value) : answer.value, failure: null });
    } while (again);
    change({ isLoading: false });
  }

  async function older(): Promise<void> {
    const before = state.page && olderThan(state.page);
    if (before === null || state.isLoadingOlder) return;
    change({ isLoadingOlder: true });
    const answer = await read(before);
    // `refresh` may have replaced the list meanwhile: adding a page that does not continue the list would hide a gap.
    const follows = state.page !== null && olderThan(state.page) === before;
    if (!answer.ok) change({ failure: answer.error });
    else if (state.page && follows) change({ page: withOlder(state.page, answer.value), failure: null });
    change({ isLoadingOlder: false });
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
