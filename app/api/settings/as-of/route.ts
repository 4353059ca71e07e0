import { z } from "zod";
import { createAuditStore } from "@/lib/audit/store";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.uuid(), moment: z.iso.datetime({ offset: true }) });

/** What has to be set to bring the person's own values back to how they were right after a moment. Changes nothing. */
export const GET = readRoute(query, ({ input: { moment }, client }) => createAuditStore(client).asOf(moment));
