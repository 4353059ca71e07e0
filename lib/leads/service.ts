import "server-only";
import { readAsPerson } from "@/lib/action";
import type { LeadFilter } from "@/lib/leads/filter";
import type { LeadCursor } from "@/lib/leads/page";
import { createLeadsStore } from "@/lib/leads/store";
import type { Heat } from "@/lib/vocabulary/heat";

export const loadLeads = (
  projectId: string,
  heat: Heat | null,
  before: LeadCursor | null,
  filter: LeadFilter | null,
) => readAsPerson((client) => createLeadsStore(client).list(projectId, heat, before, filter));

export const loadLead = (leadId: string) => readAsPerson((client) => createLeadsStore(client).detail(leadId));
