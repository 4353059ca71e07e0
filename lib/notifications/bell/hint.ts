import type { FeedAnswer } from "@/lib/notifications/notification";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The seq a `notification` event speaks of. Null for anything else: what arrives over a socket is input. */
export function seqOfHint(payload: unknown): number | null {
  const seq = isRecord(payload) ? payload.seq : null;
  return typeof seq === "number" && Number.isSafeInteger(seq) && seq > 0 ? seq : null;
}

/** An answer passed to the other tabs. `complete`: it was read after every hint the sender had passed on. */
export type SharedAnswer = { kind: "feed"; answer: FeedAnswer; complete: boolean };

export const isSharedAnswer = (value: unknown): value is SharedAnswer =>
  isRecord(value) && value.kind === "feed" && isRecord(value.answer) && Array.isArray(value.answer.rows);
