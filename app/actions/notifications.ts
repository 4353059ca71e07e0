"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { createNotificationStore } from "@/lib/notifications/store";

/** 200 ids are the database's limit; null (all) has none. */
const ids = z.array(z.uuid()).min(1).max(200).nullable();
const mark = z.strictObject({ userId: z.uuid(), ids, read: z.boolean() });

/**
 * Marks the person's own notifications read or unread; `ids` null marks all. `userId` is the person the page was made
 * for.
 */
export async function markNotificationsRead(input: unknown) {
  return action(mark, ({ input: { ids, read }, client }) => createNotificationStore(client).mark(ids, read))(
    input,
  );
}
