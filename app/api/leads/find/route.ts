import { z } from "zod";
import { findLeads } from "@/lib/leads/find/store";
import { longestSearch, shortestFind } from "@/lib/leads/query";
import { readRoute } from "@/lib/read-route";
import { isStorableText } from "@/lib/settings/storable-text";

const query = z.strictObject({
  q: z.string().trim().min(shortestFind).max(longestSearch).refine(isStorableText),
});

/** Leads of all the person's projects by a text, for whoever types it. */
export const GET = readRoute(query, ({ input, client }) => findLeads(client, input.q));
