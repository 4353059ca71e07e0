"use client";

import { useRouter } from "next/navigation";
import { openBell } from "@/components/notifications/open-bell";
import { useCurrentProjectId } from "@/components/workspace/current-project";
import { useWorkspace } from "@/components/workspace/workspace";
import { useLeadsAddress } from "@/components/session/use-leads-address";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { useFeature } from "@/components/settings/use-feature";
import { leaveBy } from "@/components/ui/leaving";
import { paths } from "@/lib/paths";
import type { QuickPlace } from "./keys";

/**
 * Which keys without Ctrl or Cmd act. Whoever switches off the quick keys has none: also not the question mark, as
 * WCAG 2.1.4 asks. The two-key ones are a beta feature besides.
 */
export function useSingleKeys() {
  const { quickKeys } = useAppPreferences().value.feature_preferences;
  return { help: quickKeys, places: useFeature("quickKeys") };
}

/** Goes to a place by its quick keys. */
export function useGoToPlace() {
  const router = useRouter();
  const leads = useLeadsAddress();
  const projectId = useCurrentProjectId(useWorkspace().rememberedId);
  return (place: QuickPlace) => {
    if (place === "notifications") return openBell();
    if (place === "settings") return leaveBy(() => router.push(paths.settings.dashboard()));
    if (!projectId) return;
    const address = place === "leads" ? leads(projectId) : paths.dashboard(projectId);
    leaveBy(() => router.push(address));
  };
}
