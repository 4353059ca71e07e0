import type { FeedAnswer } from "@/lib/notifications/notification";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/**
 * The seq in the payload of a `notification` event; null for any other payload, since a socket's messages are input.
 */
export function seqOfHint(payload: unknown): number | null {
  const seq = isRecord(payload) ? payload.seq : null;
  return typeof seq === "number" && Number.isSafeInteger(seq) && seq > 0 ? seq : null;
}

/** An answer shared with the other tabs. `complete`: read after every hint the sender had passed on. */
export type SharedAnswer = { kind: "feed"; answer: FeedAnswer; complete: boolean };

export const isSharedAnswer = (value: unknown): value is SharedAnswer =>
  isRecord(value) && value.kind === "feed" && isRecord(value.answer) && Array.isArray(value.answer.rows);
