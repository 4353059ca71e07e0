import "server-only";
import { reading } from "@/lib/action";
import type { Heat } from "@/lib/vocabulary/heat";
import { createLeadsStore } from "@/lib/leads/store";

export const loadPanels = (projectId: string) =>
  reading((client) => createLeadsStore(client).panels(projectId));

export const loadLeads = (projectId: string, heat: Heat | null) =>
  reading((client) => createLeadsStore(client).list(projectId, heat));

export const loadLead = (leadId: string) => reading((client) => createLeadsStore(client).detail(leadId));
