import "server-only";
import { readAsPerson } from "@/lib/action";
import type { Heat } from "@/lib/vocabulary/heat";
import type { LeadCursor } from "@/lib/leads/page";
import { createLeadsStore } from "@/lib/leads/store";

export const loadPanels = (projectId: string) =>
  readAsPerson((client) => createLeadsStore(client).panels(projectId));

export const loadLeads = (projectId: string, heat: Heat | null, before: LeadCursor | null) =>
  readAsPerson((client) => createLeadsStore(client).list(projectId, heat, before));

export const loadLead = (leadId: string) => readAsPerson((client) => createLeadsStore(client).detail(leadId));
