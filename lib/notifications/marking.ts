import { fail, type Result } from "@/lib/result";
import type { createStore } from "./bell-view";
import { beginRead, cancelRead, confirmRead } from "./feed";
import type { MarkAnswer } from "./notification";

/** `ids` null: all. */
export type Mark = { ids: string[] | null; read: boolean };

type Send = (mark: Mark) => Promise<Result<MarkAnswer>>;

/**
 * Marking shows at once and is taken back when it is refused. `reread` follows either way: a mark whose answer was lost
 * may have been done all the same.
 */
export function createMarking(store: ReturnType<typeof createStore>, send: Send, reread: () => void): Send {
  let count = 0;
  return async ({ ids, read }) => {
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
