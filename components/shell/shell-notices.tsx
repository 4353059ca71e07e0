"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { ContinueOffer } from "@/components/session/continue-offer";
import { FreshnessBanner } from "@/components/settings/freshness-banner";
import { NewVersionBanner } from "@/components/settings/new-version-banner";
import { useFreshness, useSyncStatus } from "@/components/settings/settings-provider";
import { isUnder, settingsRoot } from "@/lib/pages";
import { VisitNotices } from "@/components/appearance/visit-notices";

/** Conflicts and refused edits are known only once the device has been read, which is after the page stands. */
const loadNotices = () => import("@/components/settings/notices");
const ConflictPanel = laterPart(fetchedEarly(() => loadNotices().then((module) => module.ConflictPanel)));
const NotSavedPanel = laterPart(fetchedEarly(() => loadNotices().then((module) => module.NotSavedPanel)));

/** Notices about the person's settings that concern every page. Empty where all is well. */
export function ShellNotices({ isKnown }: { isKnown: boolean }) {
  const freshness = useFreshness();
  const { notSaved, conflicts, outdated, durable, waiting, dismiss, retry } = useSyncStatus();
  useRefreshOnReturn(freshness.status === "fresh" && !isKnown);
  return (
    <div className={cn("mb-5 grid gap-3 empty:hidden", isUnder(usePathname(), settingsRoot) && "max-w-form")}>
      <VisitNotices />
      <ContinueOffer />
      <NewVersionBanner outdated={outdated} atRisk={!durable && waiting > 0} />
      <FreshnessBanner {...freshness} />
      <ConflictPanel
        conflicts={conflicts}
        onChoose={(conflict, choice) => (choice === "mine" ? retry(conflict) : dismiss(conflict))}
      />
      <NotSavedPanel notices={notSaved} onDismiss={dismiss} />
    </div>
  );
}

/**
 * Renders the page anew on the server when the settings can be read again and the server had not answered for the
 * page.
 */
function useRefreshOnReturn(isBack: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (isBack) router.refresh();
  }, [isBack, router]);
}
