import { z } from "zod";
import { createLeadsStore } from "@/lib/leads/store";
import { readRoute } from "@/lib/read-route";

/** `at` and `id`: both, or neither. */
const query = z.union([
  z.strictObject({ lead: z.uuid() }),
  z.strictObject({ lead: z.uuid(), at: z.iso.datetime({ offset: true }), id: z.uuid() }),
]);

/** A page of a lead's conversation, for a page that shows a newer one. */
export const GET = readRoute(query, ({ input, client }) =>
  createLeadsStore(client).talk(input.lead, "id" in input ? { at: input.at, id: input.id } : null),
);
