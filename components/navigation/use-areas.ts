"use client";

import { useLeadsAddress } from "@/components/session/use-leads-address";
import { useCurrentProjectId } from "@/components/workspace/current-project";
import { useWorkspace } from "@/components/workspace/workspace";
import { areas, type AreaName } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { pageIcon } from "./page-icons";

/** The address of an area for this person: in the current project, the leads as narrowed last. Null without a project. */
export function useAreaAddress() {
  const projectId = useCurrentProjectId(useWorkspace().rememberedId);
  const leads = useLeadsAddress();
  return (area: AreaName) => {
    if (area === "settings") return paths.settings.dashboard();
    if (projectId === null) return null;
    return area === "leads" ? leads(projectId) : paths.dashboard(projectId);
  };
}

/** The areas that the person can open now, with icon and address: messages `shell.<name>`. */
export function useAreas() {
  const addressOf = useAreaAddress();
  return areas.flatMap((area) => {
    const href = addressOf(area.name);
    return href === null ? [] : [{ ...area, icon: pageIcon(area), href }];
  });
}
