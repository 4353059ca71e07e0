import { z } from "zod";

/** Where a change came from: this app, an undo, and what acts for a person. */
export const eventSources = ["ui", "undo", "import", "template", "team", "api", "system"] as const;
export type EventSource = (typeof eventSources)[number];

/** The change of one setting. Null in `before` and `after` is inherited. `own`: the person did it themselves. */
export const settingsEventSchema = z.object({
  id: z.number().int(),
  section: z.string(),
  project_id: z.uuid().nullable(),
  path: z.string(),
  before: z.json(),
  after: z.json(),
  source: z.enum(eventSources),
  actor: z.uuid().nullable(),
  actor_name: z.string().nullable(),
  own: z.boolean(),
  op_id: z.uuid().nullable(),
  version: z.number().int(),
  /** As PostgreSQL writes it: microseconds and all, because it is handed back as the moment to restore. */
  at: z.string(),
});

/** Newest first. */
export const activityPageSchema = z.object({
  events: z.array(settingsEventSchema),
  has_more: z.boolean(),
});

/** What has to be set to bring a person's own values back to how they were; null: inherited. */
export const restorationSchema = z.object({
  changes: z.array(
    z
      .object({ section: z.string(), scope: z.uuid().nullable(), path: z.string(), value: z.json() })
      .transform(({ scope: projectId, ...change }) => ({ ...change, projectId })),
  ),
});

export type SettingsEvent = z.infer<typeof settingsEventSchema>;
export type ActivityPage = z.infer<typeof activityPageSchema>;
export type Restoration = z.infer<typeof restorationSchema>;
