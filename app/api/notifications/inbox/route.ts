import { inboxReadSchema } from "@/lib/notifications/inbox/query";
import { createInboxStore } from "@/lib/notifications/inbox/store";
import { readRoute } from "@/lib/read-route";

/** A page of the person's notifications, for a running page. */
export const GET = readRoute(inboxReadSchema, ({ input, client }) => createInboxStore(client).read(input));
