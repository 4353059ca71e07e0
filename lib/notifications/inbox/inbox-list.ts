import { fail, type Failure, type Result } from "@/lib/result";
import type { InboxAnswer, InboxRow } from "./inbox-row";

export type InboxState = {
  /** Null until the first read succeeds. `at`: the server's clock at the oldest of its reads. */
  readonly list: { rows: readonly InboxRow[]; next: number | null; at: string } | null;
  readonly isLoadingMore: boolean;
  /** Why the last read failed; null if it succeeded. */
  readonly failure: Failure | null;
};

/** Reads a page of at most `size` rows, the newest (`before` null) or what has a lower seq than `before`. */
export type ReadInbox = (before: number | null, size: number) => Promise<Result<InboxAnswer>>;

export type InboxList = ReturnType<typeof createInboxList>;

type List = NonNullable<InboxState["list"]>;

export const inboxPageSize = 50;
const largestPage = 100;
/** A filter may let nothing of a page through: so many pages are read on before the person is asked. */
const emptyPages = 4;

const newList = ({ rows, next, at }: InboxAnswer): List => ({ rows, next, at });

/** A row that woke meanwhile is in two pages: the first has it already. */
function withMore(list: List, { rows, next }: InboxAnswer): List {
  const known = new Set(list.rows.map(({ id }) => id));
  return { ...list, rows: [...list.rows, ...rows.filter(({ id }) => !known.has(id))], next };
}

/** Goes on after `list` until there are `wanted` rows more, or nothing has come for a while. */
async function goOn(read: ReadInbox, list: List, wanted: number): Promise<List | Failure> {
  let grown = list;
  for (let empty = 0; grown.next !== null && grown.rows.length < list.rows.length + wanted;) {
    const answer = await read(grown.next, Math.min(Math.max(wanted, inboxPageSize), largestPage));
    if (!answer.ok) return answer.error;
    empty = answer.value.rows.length === 0 ? empty + 1 : 0;
    grown = withMore(grown, answer.value);
    if (empty === emptyPages) return grown;
  }
  return grown;
}

/** The list of one view and filter: read page by page from the newest, while things come in, are done and wake. */
export function createInboxList(read: ReadInbox, initial: Result<InboxAnswer> | null) {
  let state: InboxState = {
    list: initial?.ok ? newList(initial.value) : null,
    isLoadingMore: false,
    failure: initial && !initial.ok ? initial.error : null,
  };
  const listeners = new Set<() => void>();
  let isRefreshing = false;
  let again = false;
  const change = (next: Partial<InboxState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };
  const page = (before: number | null, size: number) => read(before, size).catch(() => fail("unavailable"));

  /** As far down as the list was read already, so that nothing that a person looks at goes away. */
  async function readAnew(): Promise<void> {
    const depth = state.list?.rows.length ?? 0;
    const answer = await page(null, Math.min(Math.max(depth, inboxPageSize), largestPage));
    if (!answer.ok) return change({ failure: answer.error });
    const first = newList(answer.value);
    const missing = Math.max(depth, 1) - first.rows.length;
    const grown = missing > 0 ? await goOn(page, first, missing) : first;
    change("code" in grown ? { failure: grown } : { list: grown, failure: null });
  }

  /** A call during a read causes one more: the answer under way may be older than the call. */
  async function refresh(): Promise<void> {
    if (isRefreshing) return void (again = true);
    isRefreshing = true;
    do {
      again = false;
      await readAnew();
    } while (again);
    isRefreshing = false;
  }

  async function more(): Promise<void> {
    const { list } = state;
    if (!list || list.next === null || state.isLoadingMore) return;
    change({ isLoadingMore: true });
    const grown = await goOn(page, list, inboxPageSize);
    // What was read anew meanwhile is the truth: pages that follow another list would hide a gap.
    if ("code" in grown) change({ failure: grown });
    else if (state.list === list) change({ list: grown, failure: null });
    change({ isLoadingMore: false });
  }

  return {
    subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
    state: () => state,
    refresh,
    more,
  };
}
