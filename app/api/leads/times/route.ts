import { z } from "zod";
import { readTeamTimes } from "@/lib/leads/team-times/store";
import { readRoute } from "@/lib/read-route";

const instant = z.iso.datetime();
const query = z.strictObject({ lead: z.uuid(), from: instant, to: instant });

/** When the people who may write at a lead are busy within a day. */
export const GET = readRoute(query, ({ input: { lead, from, to }, client }) =>
  readTeamTimes(client, lead, from, to),
);
