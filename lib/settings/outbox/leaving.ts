import { dropLeft, isLeft, leaveValue } from "@/lib/device/left-values";
import { all, listen } from "@/lib/live/page-events";
import type { Edit } from "./runner";

type Leaving = {
  userId: string;
  unrecorded(): readonly Edit[];
  startAnew(): void;
  /** The device's clock, by which only what pages of one device left is put in order. */
  now?: () => number;
};

/**
 * As `page` is left, writes down the edits that the device's database has not taken: a full load ends what was begun there
 * (docs/decisions/124). The next page of the person takes them. A page that the browser kept and that comes back after
 * that starts anew; before that it goes on with them itself. Returns how to stop.
 */
export function leaveEdits(
  page: EventTarget,
  { userId, unrecorded, startAnew, now = Date.now }: Leaving,
): () => void {
  let key: string | null = null;
  return all(
    listen(page, ["pagehide"], () => {
      const edits = unrecorded();
      key = edits.length > 0 ? leaveValue(userId, { at: now(), edits }) : null;
    }),
    listen(page, ["pageshow"], () => {
      if (key === null) return;
      if (isLeft(key)) dropLeft([key]);
      else startAnew();
      key = null;
    }),
  );
}
