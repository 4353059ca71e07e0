"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { createInboxStore } from "@/lib/notifications/inbox/store";
import { createNotificationStore } from "@/lib/notifications/store";

/** The database's limit is 1000. */
const ids = z.array(z.uuid()).min(1).max(200);
const mark = z.strictObject({ userId: z.uuid(), ids, read: z.boolean() });

const through = z.number().int().min(0);
const markedAt = z.iso.datetime({ offset: true }).nullable();
const batch = z.strictObject({ userId: z.uuid(), through, read: z.boolean(), markedAt });

const change = z.strictObject({
  archived: z.boolean().optional(),
  read: z.boolean().optional(),
  snoozed_until: z.iso.datetime({ offset: true }).nullable().optional(),
});
const changes = z.strictObject({ userId: z.uuid(), ids: z.array(z.uuid()).min(1).max(1000), change });

/** Marks the person's own notifications read or unread. `userId` is the person the page was made for. */
export async function markNotificationsRead(input: unknown) {
  return action(mark, ({ input, client }) => createNotificationStore(client).mark(input))(input);
}

/** Marks one batch of "all read", or takes one back; the browser asks for the next. */
export async function markNotificationsThrough(input: unknown) {
  return action(batch, ({ input, client }) => createNotificationStore(client).markBatch(input))(input);
}

/** Done, asleep, read, or back: the person's own notifications, up to a thousand at once. */
export async function changeNotifications(input: unknown) {
  return action(changes, ({ input, client }) => createInboxStore(client).change(input))(input);
}
