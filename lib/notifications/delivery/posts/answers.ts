import { z } from "zod";
import { projectAppRow } from "@/lib/integrations/project-apps/rows";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { isoOf } from "@/lib/time/wall-time";
import { priorities } from "@/lib/vocabulary/categories";

/** What the functions of migration project_apps answer to the worker. */

const instant = z.iso.datetime({ offset: true }).transform((at) => isoOf(Date.parse(at)));
const json = z.custom<JsonObject>((value) => isJsonObject(value), "not an object");
const postRow = z.object({
  id: z.uuid(),
  message_id: z.uuid(),
  attempts: z.number().int(),
  category: z.string(),
  lead_id: z.uuid().nullable(),
  params: json,
  type: z.string(),
  priority: z.enum(priorities),
  title: z.string(),
  message: z.string(),
  action_url: z.string().nullable(),
  occurred_at: instant,
  expires_at: instant.nullable(),
  actor: z.string().nullable(),
});
export type PostRow = z.infer<typeof postRow>;

/** `preferences` and `settings`: rows of who connected it, in whose language and zone it is told. */
export const postClaim = z.object({
  app: projectAppRow,
  stands: z.boolean(),
  project: z.string().nullable(),
  preferences: json.nullable(),
  settings: json.nullable(),
  lease: z.uuid(),
  at: instant,
  posts: z.array(postRow),
});
export type PostClaim = z.infer<typeof postClaim>;
