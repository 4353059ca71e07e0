import "server-only";
import { bantColumn, type BantMark } from "@/lib/leads/bant";
import type { Heat } from "@/lib/vocabulary/heat";
import { leadDetailSchema, leadSummarySchema, type LeadDetail, type LeadSummary } from "@/lib/leads/lead";
import { panelsSchema, type Panels } from "@/lib/leads/panels";
import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";

const summaryColumns =
  "id, project_id, name, company, channel, heat, bant_budget, bant_authority, bant_need, bant_timeline, status, value, created_at, last_activity_at";

/** The list has no paging and no search yet. */
export const listedLeads = 200;

/** Reads and writes leads as one signed-in person under row-level security. Throws refusals. */
export function createLeadsStore(client: SessionClient) {
  /** The data of the eight widgets, in one round trip. Refused as `forbidden` unless the person is in the project. */
  async function panels(projectId: string): Promise<Panels> {
    return panelsSchema.parse(dataOf(await client.rpc("get_dashboard_panels", { project_id: projectId })));
  }

  /** The project's leads, newest activity first, at most `listedLeads`. Empty unless the person is in the project. */
  async function list(projectId: string, heat: Heat | null): Promise<LeadSummary[]> {
    const query = client.from("leads").select(summaryColumns).eq("project_id", projectId);
    const filtered = heat ? query.eq("heat", heat) : query;
    const answer = await filtered.order("last_activity_at", { ascending: false }).limit(listedLeads);
    return leadSummarySchema.array().parse(dataOf(answer));
  }

  /** One lead with its history, newest first. Refused as `not_found` if the person sees no such lead. */
  async function detail(leadId: string): Promise<LeadDetail> {
    const answer = await client
      .from("leads")
      .select(
        `${summaryColumns}, email, phone, lead_events (id, kind, before, after, at), meetings (id, starts_at, status)`,
      )
      .eq("id", leadId)
      .order("id", { referencedTable: "lead_events", ascending: false })
      .maybeSingle();
    return leadDetailSchema.parse(dataOf(answer));
  }

  /** Refused as `not_found` if the person may not change the lead: a viewer's update touches no row. */
  async function changeHeat(leadId: string, heat: Heat): Promise<{ heat: Heat }> {
    dataOf(await client.from("leads").update({ heat }).eq("id", leadId).select("id").maybeSingle());
    return { heat };
  }

  async function setBantMark(leadId: string, mark: BantMark, known: boolean): Promise<{ known: boolean }> {
    const change: Partial<Record<`bant_${BantMark}`, boolean>> = { [bantColumn(mark)]: known };
    dataOf(await client.from("leads").update(change).eq("id", leadId).select("id").maybeSingle());
    return { known };
  }

  return { panels, list, detail, changeHeat, setBantMark };
}
