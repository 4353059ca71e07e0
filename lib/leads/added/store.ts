import "server-only";
import type { AddedLead } from "@/lib/leads/new-lead";
import { addedSchema, startSchema, type AddedLeads, type ProjectStart } from "@/lib/leads/start";
import { parse } from "@/lib/schema";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

/** Adds leads as one signed-in person, and takes them back. Throws refusals. */
export function createAddedLeadsStore(client: PersonClient) {
  return {
    /** Adds at most `leadsAtOnce`. Refused as `forbidden` where the business adds its leads itself. */
    async add(projectId: string, leads: readonly AddedLead[]): Promise<AddedLeads> {
      const answer = await client.rpc("add_leads", { project_id: projectId, leads: [...leads] });
      return parse(addedSchema, dataOf(answer));
    },

    /** Takes back what the person added; null: all leads to try the product with. Answers how many went. */
    async takeBack(projectId: string, leads: string[] | null): Promise<number> {
      const asked = { project_id: projectId, ...(leads && { leads }) };
      return dataOf(await client.rpc("take_back_leads", asked));
    },

    /** How the project may begin. Refused as `not_found` unless the person is in it. */
    async start(projectId: string): Promise<ProjectStart> {
      return parse(startSchema, dataOf(await client.rpc("get_start", { project_id: projectId })));
    },
  };
}
