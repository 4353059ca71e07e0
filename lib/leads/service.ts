import "server-only";
import { answering } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import type { Heat } from "@/lib/leads/heat";
import { createLeadsStore } from "@/lib/leads/store";
import { fail, type Result } from "@/lib/result";
import { readTimeoutMs, sessionClient } from "@/lib/supabase/session";

type LeadsStore = ReturnType<typeof createLeadsStore>;

/** What a page reads, as the person who asks for it; `unavailable` after 2 s. */
async function reading<T>(read: (store: LeadsStore) => Promise<T>): Promise<Result<T>> {
  const identity = await getIdentity();
  if (!identity) return fail("unauthenticated");
  if (identity.expired) return fail("unavailable");
  return answering(() => read(createLeadsStore(sessionClient(identity.accessToken, readTimeoutMs))));
}

export const loadPanels = (projectId: string) => reading((store) => store.panels(projectId));

export const loadLeads = (projectId: string, heat: Heat | null) =>
  reading((store) => store.list(projectId, heat));

export const loadLead = (leadId: string) => reading((store) => store.detail(leadId));
