import "server-only";
import { foundLeadsSchema, type FoundLead } from "@/lib/leads/page";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

/**
 * The leads of all the person's projects that have the text in name, company, address or phone: eight at most, best first.
 * Throws refusals.
 */
export async function findLeads(client: PersonClient, text: string): Promise<FoundLead[]> {
  return foundLeadsSchema.parse(dataOf(await client.rpc("find_leads", { search: text })));
}
