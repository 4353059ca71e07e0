import "server-only";
import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

const created = z.object({ client_id: z.uuid(), project_id: z.uuid() });

/** Creates a client and its first project for a person who has none. The person becomes the client's owner. */
export const createWorkspace = async (client: PersonClient, workspace: { name: string; project: string }) =>
  created.parse(dataOf(await client.rpc("create_workspace", workspace)));
