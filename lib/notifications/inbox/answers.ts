import { z } from "zod";
import { markAnswer, notification } from "@/lib/notifications/answers";

/** The schema of `get_inbox`'s answer. The types are in inbox-row.ts. */
const row = notification.extend({
  archived_at: z.string().nullable(),
  snoozed_until: z.string().nullable(),
  actor_id: z.uuid().nullable(),
  actor_name: z.string().nullable(),
  project_name: z.string().nullable(),
  kept_away: z.string().nullable(),
});

export const inboxAnswer = markAnswer.extend({
  rows: z.array(row),
  next: z.number().int().nullable(),
});
