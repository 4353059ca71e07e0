"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import { createNotificationStore } from "@/lib/notifications/store";
import { subscriptionChange } from "@/lib/notifications/subscription";

/**
 * Mutes or follows a project or a lead, or takes that back. Answers what holds of the project then. `userId` is the
 * person the page was made for. What waits to be delivered is planned anew by the database.
 */
export async function setSubscription(raw: unknown) {
  return action(subscriptionChange, async ({ input, client }) => {
    const held = await createNotificationStore(client).subscribe(input);
    refresh();
    return held;
  })(raw);
}
