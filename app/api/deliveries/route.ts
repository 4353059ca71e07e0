import { z } from "zod";
import { readFates } from "@/lib/notifications/delivery/report/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.uuid(), id: z.uuid() });

/** What became of one of the person's notifications on each channel. */
export const GET = readRoute(query, ({ input, client }) => readFates(client, input.id));
