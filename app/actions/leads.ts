"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/action";
import { createAddedLeadsStore } from "@/lib/leads/added/store";
import { channels } from "@/lib/leads/channel";
import { leadsAtOnce } from "@/lib/leads/new-lead";
import { createLeadsStore } from "@/lib/leads/store";
import { deliverAfterwards } from "@/lib/notifications/delivery/service";
import { isStorableText } from "@/lib/settings/storable-text";
import { heats } from "@/lib/vocabulary/heat";
import { statuses } from "@/lib/vocabulary/statuses";

const known = z.boolean().optional();
const judged = z
  .strictObject({
    heat: z.enum(heats).optional(),
    status: z.enum(statuses).optional(),
    bant_budget: known,
    bant_authority: known,
    bant_need: known,
    bant_timeline: known,
  })
  .refine((judgement) => Object.keys(judgement).length > 0);
const change = z.strictObject({ leadId: z.uuid(), judgement: judged });
const undo = change.extend({ since: judged });

const storable = (most: number) => z.string().max(most).refine(isStorableText);
const added = z.strictObject({
  id: z.uuid(),
  name: storable(200).regex(/\S/),
  company: storable(200).optional(),
  email: storable(320).optional(),
  phone: storable(40).optional(),
  channel: z.enum(channels).optional(),
  value: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/)
    .optional(),
});
const addition = z.strictObject({ projectId: z.uuid(), leads: z.array(added).min(1).max(leadsAtOnce) });
const takingBack = z.strictObject({
  projectId: z.uuid(),
  leads: z.array(z.uuid()).min(1).max(10_000).nullable(),
});

/** The database writes the history and notifies the project's members in the same transaction. */
export async function judgeLead(raw: unknown) {
  return action(change, async ({ input, client }) => {
    const changed = await createLeadsStore(client).judge({ ...input, since: {} });
    refresh();
    deliverAfterwards();
    return changed;
  })(raw);
}

/** Undo. `since` is what was judged; fails as `conflict` where somebody has judged it anew. */
export async function takeBackJudgement(raw: unknown) {
  return action(undo, async ({ input, client }) => {
    const changed = await createLeadsStore(client).judge(input);
    refresh();
    deliverAfterwards();
    return changed;
  })(raw);
}

/** Adds leads to a project. Ids are made by whoever writes them: what comes twice is added once. */
export async function addLeads(raw: unknown) {
  return action(addition, async ({ input: { projectId, leads }, client }) => {
    const answer = await createAddedLeadsStore(client).add(projectId, leads);
    refresh();
    deliverAfterwards();
    return answer;
  })(raw);
}

/** Takes back what the person added; without ids the leads to try the product with. Answers how many went. */
export async function takeBackLeads(raw: unknown) {
  return action(takingBack, async ({ input: { projectId, leads }, client }) => {
    const gone = await createAddedLeadsStore(client).takeBack(projectId, leads);
    refresh();
    return gone;
  })(raw);
}
