import "server-only";
import { bantColumn, type BantMark } from "@/lib/vocabulary/bant";
import type { Heat } from "@/lib/vocabulary/heat";
import { countWords, type LeadFilter } from "@/lib/leads/filter";
import { leadDetailSchema, type LeadDetail } from "@/lib/leads/lead";
import { leadPageSchema, type LeadCursor, type LeadPage } from "@/lib/leads/page";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

/** Of one page. The list has no search. */
export const listedLeads = 200;

/** Reads and writes leads as one signed-in person under row-level security. Throws refusals. */
export function createLeadsStore(client: PersonClient) {
  /**
   * A page of the project's leads, newest activity first; `before`: only those that follow it; `filter`: only those that
   * a figure counts. Empty unless the person is in the project.
   */
  async function list(
    projectId: string,
    heat: Heat | null,
    before: LeadCursor | null,
    filter: LeadFilter | null = null,
  ): Promise<LeadPage> {
    const answer = await client.rpc("get_leads", {
      project_id: projectId,
      page_size: listedLeads,
      ...(heat && { heat }),
      ...(before && { before_at: before.at, before_id: before.id }),
      ...(filter && { counts: countWords(filter.counted), counts_from: filter.from, counts_to: filter.to }),
    });
    return leadPageSchema.parse(dataOf(answer));
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

  return { list, detail, changeHeat, setBantMark };
}
