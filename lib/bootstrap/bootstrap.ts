import { outgoingChannels } from "@/lib/vocabulary/channels";
import { z } from "zod";
import { feedAnswer } from "@/lib/notifications/answers";

import { settingsRowSchema } from "@/lib/settings/row-schema";

const project = z.object({
  id: z.uuid(),
  name: z.string(),
  client_id: z.uuid(),
  client_name: z.string(),
  role: z.enum(["admin", "member", "viewer"]),
});

const json = z.record(z.string(), z.json());

/** Where the person was: on this device, and on the device they used last besides it. */
const session = z.object({
  here: z.object({ current_context: json, ui_state: json, at: z.string() }).nullable(),
  elsewhere: z
    .object({ session_id: z.string(), current_context: json, ui_state: json, at: z.string() })
    .nullable(),
});

/** The answer of `get_bootstrap`: all data of the shell and a settings page, in one round trip. */
export const bootstrapSchema = z.object({
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
  projects: z.array(project),
  /** Null if none was asked for, or the person is no member. */
  project_id: z.uuid().nullable(),
  /** Existing rows of all sections, for all projects and for `project_id`. */
  settings: z.array(settingsRowSchema),
  session,
  notifications: feedAnswer,
  /** The channels on which something can reach the person now. */
  reached: z.array(z.enum(outgoingChannels)),
  at: z.string(),
});

export type Bootstrap = z.infer<typeof bootstrapSchema>;
