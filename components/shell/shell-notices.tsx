"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { useFreshness, useSyncStatus } from "@/components/settings/settings-provider";
import { isUnder, memberPages, settingsRoot } from "@/lib/pages";
import { isWidePage } from "./settings-frame";

/** Known once the device has been read or the server has been asked, which is after the page stands. */
const VisitNotices = laterPart(
  fetchedEarly(() => import("@/components/appearance/visit-notices").then((module) => module.VisitNotices)),
);
// Another device's place is known to the server already, but few pages offer it.
const ContinueOffer = laterPart(
  fetchedEarly(() => import("@/components/session/continue-offer").then((module) => module.ContinueOffer)),
);
const NewVersionBanner = laterPart(
  fetchedEarly(() =>
    import("@/components/settings/new-version-banner").then((module) => module.NewVersionBanner),
  ),
);
const FreshnessBanner = laterPart(
  fetchedEarly(() =>
    import("@/components/settings/freshness-banner").then((module) => module.FreshnessBanner),
  ),
);
const loadNotices = () => import("@/components/settings/notices");
const ConflictPanel = laterPart(fetchedEarly(() => loadNotices().then((module) => module.ConflictPanel)));
const NotSavedPanel = laterPart(fetchedEarly(() => loadNotices().then((module) => module.NotSavedPanel)));

/** Notices are as wide as what stands below them. */
const widthAt = (pathname: string) =>
  isUnder(pathname, settingsRoot) && !isWidePage(pathname)
    ? "max-w-page *:max-w-form"
    : isUnder(pathname, memberPages.dashboard.address)
      ? "max-w-board"
      : "max-w-page";

/** Notices about the person's settings that concern every page. Empty where all is well. */
export function ShellNotices({ isKnown }: { isKnown: boolean }) {
  const freshness = useFreshness();
  const { notSaved, conflicts, outdated, durable, waiting, dismiss, retry } = useSyncStatus();
  useRefreshOnReturn(freshness.status === "fresh" && !isKnown);
  return (
    <div className={cn("mx-auto mb-5 grid gap-3 empty:hidden print:hidden", widthAt(usePathname()))}>
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
