"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/action";
import { createLeadsStore } from "@/lib/leads/store";
import { deliverAfterwards } from "@/lib/notifications/delivery/service";
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
