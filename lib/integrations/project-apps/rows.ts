import { z } from "zod";
import type { Facts } from "@/lib/integrations/rows";
import { deliveryStates } from "@/lib/vocabulary/delivery-states";

const text = z.string().catch("");

/** An app of a project with the ciphertext of what opens it. */
export const projectAppRow = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  provider: z.string(),
  account: z.object({ id: text, name: text, email: text, url: z.string().nullable().catch(null) }),
  tokens: z.string(),
  categories: z.array(z.string()),
});
export type ProjectAppRow = z.infer<typeof projectAppRow>;

/** Whose the ciphertext of such an app is: the project's. Its id stands where a person's stands elsewhere. */
export const ownerOf = (projectId: string, provider: string) => ({ userId: projectId, provider });

/** The app as a connection, for what uses either. Nothing of it is renewed or looked after. */
export const asFacts = ({ id, project_id, provider, account, tokens }: ProjectAppRow): Facts => ({
  id,
  user_id: project_id,
  provider,
  kind: "personal",
  status: "connected",
  problem: null,
  account: { ...account, numberId: null },
  details: {},
  scopes: [],
  expires_at: null,
  last_success_at: null,
  last_event_at: null,
  due_at: null,
  dead_events: 0,
  settings: null,
  credentials: { tokens, version: 1 },
});

const post = z.object({
  id: z.uuid(),
  at: z.string(),
  params: z.record(z.string(), z.unknown()),
  title: z.string(),
  message: z.string(),
  status: z.enum(deliveryStates),
  reason: z.string(),
});

/** What a person sees of the apps of their projects. */
export const projectAppsAnswer = z.object({
  leads: z.array(z.uuid()),
  apps: z.array(
    z.object({
      id: z.uuid(),
      provider: z.string(),
      project_id: z.uuid(),
      project: z.string(),
      name: z.string().nullable(),
      who: z.string().nullable(),
      mine: z.boolean(),
      leads: z.boolean(),
      problem: z.string().nullable(),
      categories: z.array(z.string()).nullable(),
      posts: z.array(post),
    }),
  ),
});
