import { z } from "zod";
import { createNotificationStore } from "@/lib/notifications/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({
  userId: z.uuid(),
  after: z.coerce.number().int().min(0).default(0),
});

/** Catch-up: the newest notifications, all with a seq above `after`, and the count, in one snapshot of the database. */
export const GET = readRoute(query, ({ input, client }) => createNotificationStore(client).read(input.after));
