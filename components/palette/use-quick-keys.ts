"use client";

import { useRouter } from "next/navigation";
import { openBell } from "@/components/notifications/open-bell";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { useAreaAddress } from "@/components/navigation/use-areas";
import { useFeature } from "@/components/settings/use-feature";
import { leaveBy } from "@/components/ui/leaving";
import type { QuickKeyTarget } from "./keys";

/**
 * Which keys without Ctrl or Cmd act. The setting `quickKeys` switches all of them off, also the question mark, as
 * WCAG 2.1.4 asks. The two-key shortcuts are a beta feature besides.
 */
export function useSingleKeys() {
  const { quickKeys } = useAppPreferences().value.feature_preferences;
  return { help: quickKeys, twoKeys: useFeature("quickKeys") };
}

/** Opens what two quick keys lead to: the bell, or an area that the person can open now. */
export function useQuickKeyTarget() {
  const router = useRouter();
  const addressOf = useAreaAddress();
  return (target: QuickKeyTarget) => {
    if (target === "notifications") return openBell();
    const address = addressOf(target);
    if (address !== null) leaveBy(() => router.push(address));
  };
}
