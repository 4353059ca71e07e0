import type { Transport } from "@/lib/live/connection";
import type { FeedAnswer } from "@/lib/notifications/notification";

/** What `postgres_changes` says of an inserted row, as far as a list needs it. */
export type AppendedRow = Readonly<{ id: string }>;

/**
 * The hook that most guides show: read once, subscribe to inserts of `postgres_changes`, put each row in front and count
 * it. Its client joins again by itself; what it missed meanwhile it never asks for.
 */
export function subscribeAndAppend(transport: Transport, first: FeedAnswer) {
  let rows = first.rows.map(({ id }) => id);
  let { unread } = first;
  const isRow = (payload: unknown): payload is AppendedRow =>
    typeof payload === "object" && payload !== null && "id" in payload;
  void transport.join({
    onStatus: () => undefined,
    onMessage(event, payload) {
      if (event !== "postgres_changes" || !isRow(payload)) return;
      rows = [payload.id, ...rows];
      unread += 1;
    },
  });
  return {
    shown: () => ({ rows, unread }),
    /** The person read one here: it is taken from the count at once, as its button does. */
    read() {
      unread = Math.max(unread - 1, 0);
    },
    stop: transport.disconnect,
  };
}
