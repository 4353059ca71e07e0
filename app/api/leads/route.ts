import { z } from "zod";
import { readCursor } from "@/lib/leads/page";
import { longestSearch, readQuery } from "@/lib/leads/query";
import { createLeadsStore } from "@/lib/leads/store";
import { readRoute } from "@/lib/read-route";
import { isHeat } from "@/lib/vocabulary/heat";
import { isLeadOrder } from "@/lib/vocabulary/lead-list";

const instant = z.iso.datetime().optional();

/** As in the address of the list. `size`: at most a thousand. */
const query = z.strictObject({
  project: z.uuid(),
  heat: z.string().refine(isHeat).optional(),
  q: z.string().max(longestSearch).optional(),
  sort: z.string().refine(isLeadOrder).optional(),
  counts: z.string().max(200).optional(),
  from: instant,
  to: instant,
  before: z
    .string()
    .max(400)
    .refine((text) => readCursor(text) !== null)
    .optional(),
  size: z.coerce.number().int().min(1).max(1000),
});

/** A page of leads with address and phone, for a file that is made in the page. */
export const GET = readRoute(query, ({ input: { project, before, size, ...asked }, client }) =>
  createLeadsStore(client).list(project, readQuery(asked), readCursor(before), { size, contacts: true }),
);
