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

/** Where the person was: on this device, and on the other one they used last. */
const session = z.object({
  here: z.object({ current_context: json, ui_state: json, at: z.string() }).nullable(),
  elsewhere: z
    .object({ session_id: z.string(), current_context: json, ui_state: json, at: z.string() })
    .nullable(),
});

/** What `get_bootstrap` answers: everything the shell and a settings page need, in one round trip. */
export const bootstrapSchema = z.object({
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
  projects: z.array(project),
  /** Null where none was asked for, or the person is not in it. */
  project_id: z.uuid().nullable(),
  /** Of all sections, for all projects and for that one; only rows that exist. */
  settings: z.array(settingsRowSchema),
  session,
  notifications: feedAnswer,
  at: z.string(),
});
