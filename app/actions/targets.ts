"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { createFiguresStore } from "@/lib/leads/figures/store";
import { readDay } from "@/lib/time/calendar";
import { highestTarget, targetMetrics } from "@/lib/vocabulary/targets";

const targets = z.strictObject({
  projectId: z.uuid(),
  month: z
    .string()
    .regex(/^20\d\d-\d\d-01$/)
    .refine((day) => readDay(day) !== null),
  targets: z.record(z.enum(targetMetrics), z.number().min(1).max(highestTarget).nullable()),
});

/** What a project wants to reach in a month; null takes a target away. */
export async function setPerformanceTargets(raw: unknown) {
  return action(targets, async ({ input, client }) => {
    await createFiguresStore(client).setTargets(input.projectId, input.month, input.targets);
    return null;
  })(raw);
}
