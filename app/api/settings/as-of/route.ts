import { z } from "zod";
import { createAuditStore } from "@/lib/audit/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.uuid(), moment: z.iso.datetime({ offset: true }) });

/** The changes that would bring the person's own values back to those right after a moment. Stores nothing. */
export const GET = readRoute(query, ({ input: { moment }, client }) => createAuditStore(client).asOf(moment));
