"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SettingsSearch } from "@/components/settings/search/settings-search";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { settingsPages } from "@/lib/pages";
import { SettingsTabs } from "./settings-tabs";

/** A field that the address names is looked for once the code for it is here. */
const FieldMarker = laterPart(
  fetchedEarly(() => import("@/components/settings/search/field-marker").then((file) => file.FieldMarker)),
);

// No page waits for it.
const SettingsAside = laterPart(() => import("./settings-aside").then((file) => file.SettingsAside));

/** The list of changes is as long as the person's past: it takes the width that a form leaves to what stands beside it. */
export const isWidePage = (pathname: string) => pathname === settingsPages.settingsActivity.address;

/**
 * On a phone the search and the pages of the settings stand above each of them; on a wide screen in the rail. A window as
 * wide as a desk's has more at the end side, so that a page is as wide as any other.
 */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const isWide = isWidePage(usePathname());
  return (
    <div className="mx-auto max-w-page">
      <FieldMarker />
      <SettingsSearch className="mb-2 md:hidden" />
      <SettingsTabs />
      <div className="min-[87rem]:flex min-[87rem]:gap-10">
        <div className={cn("min-w-0 grow", !isWide && "max-w-form")}>{children}</div>
        {!isWide && (
          <div className="hidden min-w-44 grow min-[87rem]:block print:hidden">
            <SettingsAside />
          </div>
        )}
      </div>
    </div>
  );
}
