"use client";

import { useSession } from "./session-context";
import { isHeat } from "@/lib/vocabulary/heat";
import { paths } from "@/lib/paths";

/** The list of a project's leads, narrowed as the person left it. */
export function useLeadsAddress() {
  const { leadsHeat } = useSession().state.current_context.filters;
  return (projectId: string) => paths.leads(projectId, isHeat(leadsHeat) ? leadsHeat : undefined);
}
