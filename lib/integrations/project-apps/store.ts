import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { projectAppRow, projectAppsAnswer, type ProjectAppRow } from "./rows";
import type { ProjectApps } from "./shown";

const limit = () => AbortSignal.timeout(8_000);

/** What is connected for everybody in the person's projects. Throws refusals. */
export async function readProjectApps(client: PersonClient): Promise<ProjectApps> {
  const { leads, apps } = projectAppsAnswer.parse(dataOf(await client.rpc("get_project_apps")));
  return { leads, apps: apps.map(({ project_id: projectId, ...app }) => ({ ...app, projectId })) };
}

export type NewProjectApp = Readonly<{
  account: Record<string, string | null>;
  tokens: string;
  categories: string[];
}>;

/**
 * Under the service role: what opens an app is nobody's to read. Each function asks whether the person administers the project,
 * and refuses as `forbidden`. Null without a secret key.
 */
export function projectAppStore() {
  const client = adminClient();
  return (
    client && {
      async keep(person: string, project: string, provider: string, given: NewProjectApp) {
        dataOf(
          await client.rpc("keep_project_app", { person, project, provider, ...given }).abortSignal(limit()),
        );
      },
      /** Null where the project has no such app. */
      async find(person: string, project: string, provider: string): Promise<ProjectAppRow | null> {
        const given = { person, project, provider };
        const asked = await client.rpc("find_project_app", given).abortSignal(limit());
        return projectAppRow.nullable().parse(asked.error ? dataOf(asked) : asked.data);
      },
      async choose(person: string, project: string, provider: string, categories: string[]) {
        const asked = client.rpc("choose_project_kinds", { person, project, provider, categories });
        return dataOf(await asked.abortSignal(limit()));
      },
      /** Has a message of no consequence sent. */
      async try(person: string, project: string, provider: string) {
        const asked = client.rpc("try_project_app", { person, project, provider });
        return dataOf(await asked.abortSignal(limit()));
      },
      async remove(person: string, project: string, provider: string) {
        const asked = client.rpc("remove_project_app", { person, project, provider });
        return dataOf(await asked.abortSignal(limit()));
      },
    }
  );
}
