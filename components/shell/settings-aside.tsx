"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { DashboardPreview } from "@/components/dashboard/dashboard-preview";
import { settingsPages } from "@/lib/pages";
import { SectionIndex } from "./section-index";
import { wideWindow } from "./wide-window";

/** What stands beside a page of the settings in a wide window: what comes of the settings, and where on the page one is. */
export function SettingsAside() {
  const pathname = usePathname();
  const isWide = useSyncExternalStore(wideWindow.watch, wideWindow.matches, () => false);
  if (!isWide) return null;
  return (
    <div className="sticky top-[calc(3.5rem+var(--page-y))] grid gap-6">
      {pathname === settingsPages.settingsDashboard.address && <DashboardPreview />}
      <SectionIndex />
    </div>
  );
}
