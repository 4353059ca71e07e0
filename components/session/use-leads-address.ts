"use client";

import { useSession } from "./session-context";
import { isHeat } from "@/lib/vocabulary/heat";
import { paths } from "@/lib/paths";

/** The address of a project's leads, with the filter that the person used last. */
export function useLeadsAddress() {
  const { leadsHeat } = useSession().state.current_context.filters;
  return (projectId: string) => paths.leads(projectId, isHeat(leadsHeat) ? leadsHeat : undefined);
}
