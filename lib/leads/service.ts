import "server-only";
import { cache } from "react";
import { readAsPerson } from "@/lib/action";
import type { LeadCursor } from "@/lib/leads/cursor";
import type { LeadQuery } from "@/lib/leads/query";
import { createLeadsStore } from "@/lib/leads/store";
/** A page of a list with the counts of the whole; `counts` is null where they could not be read. */
export async function loadLeads(projectId: string, query: LeadQuery, before: LeadCursor | null) {
  const [page, counts] = await Promise.all([
    readAsPerson((client) => createLeadsStore(client).list(projectId, query, before)),
    readAsPerson((client) => createLeadsStore(client).count(projectId, query)),
  ]);
  return { page, counts: counts.ok ? counts.value : null };
}

/** The title and the body of one request share the answer. */
export const loadLead = cache((leadId: string) =>
  readAsPerson((client) => createLeadsStore(client).detail(leadId)),
);
