import { createNotificationStore } from "@/lib/notifications/store";
import { subscriptionsRead } from "@/lib/notifications/subscription";
import { readRoute } from "@/lib/read-route";

/** What the person mutes and follows, for a running page. */
export const GET = readRoute(subscriptionsRead, ({ input, client }) =>
  createNotificationStore(client).subscriptions(input.projectId),
);
