import { fetchResult } from "@/lib/fetch-result";
import type { LeadSummary } from "@/lib/leads/lead";
import { writeCursor, type LeadCursor } from "@/lib/leads/cursor";
import type { LeadPage } from "@/lib/leads/page";
import { leadsAddress, type LeadQuery } from "@/lib/leads/query";
import { paths } from "@/lib/paths";
import { ok, type Result } from "@/lib/result";

const pageSize = 1_000;
/** Of one file: more than a person reads, and less than a browser's memory minds. */
export const mostExported = 20_000;

type AllLeads = { leads: LeadSummary[]; more: boolean };

/** All leads of a list, page after page, up to `most`; `more` where there are others. */
export async function readAllLeads(
  projectId: string,
  query: LeadQuery,
  most = mostExported,
  read: (address: string) => Promise<Result<LeadPage>> = fetchResult,
): Promise<Result<AllLeads>> {
  const asked = Object.fromEntries(new URLSearchParams(leadsAddress(projectId, query).split("?")[1]));
  const byId = new Map<string, LeadSummary>();
  let next: LeadCursor | null = null;
  do {
    const before: string | undefined = next ? writeCursor(next) : undefined;
    const page = await read(paths.api.leads({ ...asked, before, size: String(pageSize) }));
    if (!page.ok) return page;
    // A lead that changed its place meanwhile comes twice.
    for (const lead of page.value.leads) byId.set(lead.id, lead);
    next = page.value.next;
  } while (next && byId.size < most);
  return ok({ leads: [...byId.values()].slice(0, most), more: next !== null || byId.size > most });
}
