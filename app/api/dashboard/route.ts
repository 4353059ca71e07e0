import { z } from "zod";
import { createLeadsStore } from "@/lib/leads/store";
import { readRoute } from "@/lib/read-route";

/** The data of the eight widgets, for a dashboard that refreshes itself. */
export const GET = readRoute(z.strictObject({ project: z.uuid() }), ({ input, client }) =>
  createLeadsStore(client).panels(input.project),
);
