"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { createNotificationStore } from "@/lib/notifications/store";

/** The database accepts no more at once; "all" has no limit. */
const ids = z.array(z.uuid()).min(1).max(200).nullable();
const mark = z.strictObject({ userId: z.uuid(), ids, read: z.boolean() });

/** Marks the person's own notifications read or unread; `ids` null marks all. `userId` is whose page it is. */
export async function markNotificationsRead(input: unknown) {
  return action(mark, ({ input: { ids, read }, client }) => createNotificationStore(client).mark(ids, read))(
    input,
  );
}
