import { z } from "zod";

/** Schemas of the database's answers about notifications. The types are in notification.ts. */
export const notification = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  category: z.string(),
  type: z.string(),
  priority: z.string(),
  title: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()),
  action_url: z.string().nullable(),
  project_id: z.uuid().nullable(),
  lead_id: z.uuid().nullable(),
  created_at: z.string(),
  occurred_at: z.string(),
  read_at: z.string().nullable(),
  seen_at: z.string().nullable(),
  actor_name: z.string().nullable(),
});

export const markAnswer = z.object({ head: z.number().int(), unread: z.number().int(), at: z.string() });
export const batchAnswer = markAnswer.extend({ marked_at: z.string(), next: z.number().int().nullable() });
export const feedAnswer = markAnswer.extend({
  rows: z.array(notification),
  meetings: z.array(z.object({ starts_at: z.string(), ends_at: z.string() })).optional(),
  wakes: z.string().optional(),
});
export const madeAnswer = z.object({ id: z.uuid(), seq: z.number().int() });
export const toldAnswer = z.object({ told: z.number().int() });
