import { fail, type Result } from "@/lib/result";
import type { BatchAnswer, BatchMark } from "@/lib/notifications/notification";
import type { createEdits } from "./marking";

type Send = (batch: BatchMark) => Promise<Result<BatchAnswer>>;

/** Takes an "all read" back: what it marked is unread again, and nothing else. */
export type TakeBack = () => Promise<Result<BatchAnswer>>;

/** Sends batch after batch, each from where the one before it ended. Answers the last, or the one that failed. */
async function sendBatches(
  send: Send,
  { through, read, markedAt }: BatchMark,
  onBatch: (answer: BatchAnswer) => "go on" | "stop",
): Promise<Result<BatchAnswer>> {
  for (let next = through, moment = markedAt; ;) {
    const result = await send({ through: next, read, markedAt: moment }).catch(() => fail("unavailable"));
    if (!result.ok || onBatch(result.value) === "stop" || result.value.next === null) return result;
    ({ next, marked_at: moment } = result.value);
  }
}

/**
 * Marks everything as read that the person had before them: all up to the cursor, shown at once and stored in batches,
 * the newest first. `onBegun` is given the way back once the first batch is stored. A batch that fails ends it: what is
 * stored stays, the rest is shown unread again, and the next press goes on with it as the same mark.
 */
export function createAllRead(edits: ReturnType<typeof createEdits>, send: Send) {
  let unfinished: string | null = null;
  return async (onBegun: (takeBack: TakeBack) => void): Promise<Result<BatchAnswer>> => {
    const through = edits.cursor();
    const all: BatchMark = { through, read: true, markedAt: unfinished };
    let isBegun = false;
    let isTakenBack = false;
    const takeBack = (markedAt: string) => async () => {
      isTakenBack = true;
      await stored;
      unfinished = null;
      const back: BatchMark = { through, read: false, markedAt };
      return edits.show(back, () => sendBatches(send, back, () => "go on"));
    };
    const onBatch = ({ marked_at, next }: BatchAnswer) => {
      unfinished = next === null ? null : marked_at;
      if (!isBegun) onBegun(takeBack(marked_at));
      isBegun = true;
      return isTakenBack ? "stop" : "go on";
    };
    const stored = edits.show(all, () => sendBatches(send, all, onBatch));
    return stored;
  };
}
