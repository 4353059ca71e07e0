"use client";

import { leadsAddress, readQuery } from "@/lib/leads/query";
import { useSession } from "./session-context";

/** The address of a project's leads, with the heat and the order that the person used last. */
export function useLeadsAddress() {
  const { leadsHeat, leadsOrder } = useSession().state.current_context.filters;
  return (projectId: string) => leadsAddress(projectId, readQuery({ heat: leadsHeat, sort: leadsOrder }));
}
