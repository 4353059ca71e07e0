"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/action";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { createLeadsStore } from "@/lib/leads/store";

const heatChange = z.strictObject({ leadId: z.uuid(), heat: z.enum(heats) });
const bantChange = z.strictObject({ leadId: z.uuid(), mark: z.enum(bantMarks), known: z.boolean() });

/** The database writes the history and notifies the project's members in the same transaction. */
export async function changeLeadHeat(raw: unknown) {
  return action(heatChange, async ({ input, client }) => {
    const changed = await createLeadsStore(client).changeHeat(input.leadId, input.heat);
    refresh();
    return changed;
  })(raw);
}

export async function setBantMark(raw: unknown) {
  return action(bantChange, async ({ input, client }) => {
    const changed = await createLeadsStore(client).setBantMark(input.leadId, input.mark, input.known);
    refresh();
    return changed;
  })(raw);
}
