import { activityQuerySchema } from "@/lib/audit/filter";
import { createAuditStore } from "@/lib/audit/store";
import { readRoute } from "@/lib/read-route";

/** A page of the person's record of changes. The screen already has the first page. */
export const GET = readRoute(activityQuerySchema, ({ input: { before, filter }, client }) =>
  createAuditStore(client).events(filter, before),
);
