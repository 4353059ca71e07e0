import { inboxReadSchema } from "@/lib/notifications/inbox/query";
import { readInbox } from "@/lib/notifications/inbox/service";
import { readRoute } from "@/lib/read-route";

/** A page of the person's notifications, for a running page. */
export const GET = readRoute(inboxReadSchema, ({ input, client }) => readInbox(client, input));
