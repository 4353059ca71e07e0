import { z } from "zod";
import { eventSources } from "./event-source";

/** The change of one setting. Null in `before` and `after` means inherited. `own`: made by the person themselves. */
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
  /** As `deviceName` gives it; null where whoever asked said nothing of it. */
  device: z.string().nullable(),
  version: z.number().int(),
  /** PostgreSQL's text with microseconds: it is sent back as the moment to restore. */
  at: z.string(),
});

/** Newest first. */
export const activityPageSchema = z.object({
  events: z.array(settingsEventSchema),
  has_more: z.boolean(),
});

/**
 * Changes that bring a person's own values back to an earlier moment. `value` null: inherited. `scope`: a project's id,
 * or null for all projects.
 */
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
