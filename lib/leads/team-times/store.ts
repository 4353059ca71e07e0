import "server-only";
import { parse } from "@/lib/schema";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { teamTimesSchema, type TeamTimes } from "./team-times";

/**
 * When the people who may write at a lead are busy between two instants (ISO 8601), at most two days. Throws refusals:
 * `not_found` where the person sees no such lead.
 */
export async function readTeamTimes(
  client: PersonClient,
  leadId: string,
  since: string,
  until: string,
): Promise<TeamTimes> {
  const answer = await client.rpc("get_team_times", { lead_id: leadId, since, until });
  return parse(teamTimesSchema, dataOf(answer));
}
