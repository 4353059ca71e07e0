import { fail, type Result } from "@/lib/result";
import type { createStore } from "./view";
import { beginRead, cancelRead, confirmRead } from "./feed";
import type { BatchAnswer, BatchMark, ChangeMark, Mark, MarkAnswer } from "@/lib/notifications/notification";

/**
 * Shows marks at once and takes them back if they are refused. `reread` follows either way: the server may have stored
 * a mark whose answer was lost.
 */
export function createEdits(store: ReturnType<typeof createStore>, reread: () => void) {
  let count = 0;
  return {
    /** Every seq up to it is before the person. */
    cursor: () => store.state().feed.cursor,
    async show<Answer extends MarkAnswer | BatchAnswer>(
      mark: Mark | BatchMark | ChangeMark,
      send: () => Promise<Result<Answer>>,
    ): Promise<Result<Answer>> {
      count += 1;
      const key = String(count);
      store.update((state) => ({ ...state, feed: beginRead(state.feed, { ...mark, key }) }));
      const result = await send().catch(() => fail("unavailable"));
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
    },
  };
}
