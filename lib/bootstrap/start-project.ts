import { parse } from "@/lib/settings/resolve";
import { session } from "@/lib/settings/session";
import type { Bootstrap } from "./bootstrap";

/**
 * The project that an address without one opens: the one that was asked for, else the one this device had open last,
 * else the person's first. Null for somebody in no project.
 */
export function startProject(boot: Bootstrap): string | null {
  const { projects, project_id, session: kept } = boot;
  const { projectId } = parse(session, kept.here ?? {}).current_context;
  const last = projects.find(({ id }) => id === projectId);
  return project_id ?? (last ?? projects[0])?.id ?? null;
}
