import { z } from "zod";
import { readHistory } from "@/lib/notifications/delivery/report/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.optional(z.uuid()) });

/** The person's notifications of the last 30 days, for a replay under other settings. */
export const GET = readRoute(query, ({ identity, client }) =>
  readHistory(client, identity.userId, Date.now()),
);
