import "server-only";
import { bantColumn, type BantMark } from "@/lib/leads/bant";
import type { Heat } from "@/lib/vocabulary/heat";
import { leadDetailSchema, leadSummarySchema, type LeadDetail, type LeadSummary } from "@/lib/leads/lead";
import { panelsSchema, type Panels } from "@/lib/leads/panels";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

/** The list has no paging and no search yet. */
export const listedLeads = 200;

/** Reads and writes leads as one signed-in person under row-level security. Throws refusals. */
export function createLeadsStore(client: PersonClient) {
  /** The data of the eight widgets, in one round trip. Refused as `forbidden` unless the person is in the project. */
  async function panels(projectId: string): Promise<Panels> {
    return panelsSchema.parse(dataOf(await client.rpc("get_dashboard_panels", { project_id: projectId })));
  }

  /** The project's leads, newest activity first, at most `listedLeads`. Empty unless the person is in the project. */
  async function list(projectId: string, heat: Heat | null): Promise<LeadSummary[]> {
    const wanted = { project_id: projectId, page_size: listedLeads, ...(heat && { heat }) };
    return leadSummarySchema.array().parse(dataOf(await client.rpc("get_leads", wanted)));
  }

  /** One lead with its history, newest first. Refused as `not_found` if the person sees no such lead. */
  async function detail(leadId: string): Promise<LeadDetail> {
    return leadDetailSchema.parse(dataOf(await client.rpc("get_lead", { lead_id: leadId })));
  }

  /** Refused as `not_found` if the person may not change the lead. */
  async function changeHeat(leadId: string, heat: Heat): Promise<{ heat: Heat }> {
    dataOf(await client.rpc("judge_lead", { lead_id: leadId, judgement: { heat } }));
    return { heat };
  }

  async function setBantMark(leadId: string, mark: BantMark, known: boolean): Promise<{ known: boolean }> {
    dataOf(await client.rpc("judge_lead", { lead_id: leadId, judgement: { [bantColumn(mark)]: known } }));
    return { known };
  }

  return { panels, list, detail, changeHeat, setBantMark };
}
