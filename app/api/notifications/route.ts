import { z } from "zod";
import { createNotificationStore } from "@/lib/notifications/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({
  userId: z.uuid(),
  after: z.coerce.number().int().min(0).default(0),
});

/** Catch-up: the newest notifications, all after `after`, and the count, as one instant of the database saw them. */
export const GET = readRoute(query, ({ input, client }) => createNotificationStore(client).read(input.after));
