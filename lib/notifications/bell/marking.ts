import { fail, type Result } from "@/lib/result";
import type { createStore } from "./view";
import { beginRead, cancelRead, confirmRead, shownRows, shownUnread, type Feed } from "./feed";
import type { MarkAnswer } from "@/lib/notifications/notification";

/** `ids` null: all. */
export type Mark = { ids: string[] | null; read: boolean };

type Send = (mark: Mark) => Promise<Result<MarkAnswer>>;

/**
 * "All" means the list the person sees: if it holds every unread notification, their ids are sent, so that one that
 * arrives while the request travels stays unread.
 */
function namedIds(feed: Feed, { ids, read }: Mark): string[] | null {
  if (ids !== null || !read) return ids;
  const unread = shownRows(feed).filter((row) => row.read_at === null);
  return unread.length > 0 && unread.length === shownUnread(feed) ? unread.map((row) => row.id) : null;
}

/**
 * Shows a mark at once and takes it back if it is refused. `reread` follows either way: the server may have stored a
 * mark whose answer was lost.
 */
export function createMarking(store: ReturnType<typeof createStore>, send: Send, reread: () => void): Send {
  let count = 0;
  return async (mark) => {
    const { read } = mark;
    const ids = namedIds(store.state().feed, mark);
    count += 1;
    const key = String(count);
    store.update((state) => ({ ...state, feed: beginRead(state.feed, { key, ids, read }) }));
    const result = await send({ ids, read }).catch(() => fail("unavailable"));
    store.update(({ feed, refused, ...state }) =>
      result.ok
        ? { ...state, refused: null, feed: confirmRead(feed, key, result.value) }
        : {
            ...state,
            feed: cancelRead(feed, key),
            refused: { key: (refused?.key ?? 0) + 1, error: result.error },
          },
    );
    reread();
    return result;
  };
}
