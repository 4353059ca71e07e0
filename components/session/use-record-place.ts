"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { isHeat } from "@/lib/vocabulary/heat";
import { deviceName } from "@/lib/session/device-name";
import { placeOf } from "@/lib/session/place";
import { useSession } from "./session-context";

/** Browsers that tell more of themselves than a line of text; TypeScript's own library does not know it yet. */
type WithHints = Navigator & { userAgentData?: { brands: { brand: string }[]; platform: string } };

const deviceHere = () => {
  const { userAgent, userAgentData }: WithHints = navigator;
  return deviceName({ userAgent, brands: userAgentData?.brands, platform: userAgentData?.platform });
};

/**
 * Records the page that is open, and renews the device's seven days with each visit. While an offer to go on from
 * another device stands, opening a page is no answer to it: the first page is recorded with what comes after.
 */
export function useRecordPlace(projectId: string | null) {
  const { keep, elsewhere } = useSession();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const path = query ? `${pathname}?${query}` : pathname;
  const first = useRef<string | null>(null);

  useEffect(() => {
    first.current ??= path;
    // Once another page was open, also the first one is where the person went.
    if (first.current !== path) first.current = "";
    const place = placeOf(path);
    if (!place || (elsewhere && first.current === path)) return;
    keep({
      current_context: {
        device: deviceHere(),
        path,
        ...(projectId && { projectId }),
        ...(place.page === "leads" && {
          filters: { leadsHeat: isHeat(place.heat) ? place.heat : "all" },
        }),
      },
    });
  }, [keep, elsewhere, path, projectId]);
}
