"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { startTransition, useEffect, useRef } from "react";
import { isHeat } from "@/lib/vocabulary/heat";
import { usualOrder } from "@/lib/leads/query";
import { isLeadOrder } from "@/lib/vocabulary/lead-list";
import { deviceName } from "@/lib/vocabulary/device-name";
import { placeOf } from "@/lib/session/place";
import { useSession } from "./session-context";

/** Browsers with client hints; TypeScript's own library does not know them yet. */
type WithHints = Navigator & { userAgentData?: { brands: { brand: string }[]; platform: string } };

const deviceHere = () => {
  const { userAgent, userAgentData }: WithHints = navigator;
  return deviceName({ userAgent, brands: userAgentData?.brands, platform: userAgentData?.platform });
};

/**
 * Stores the open page as the place of this device, and renews the device's seven days at each visit. While an offer
 * to continue elsewhere stands, the first page is not stored before another one is opened: opening it is no answer to
 * the offer. Shows nothing.
 */
export function RecordPlace({ projectId }: { projectId: string | null }) {
  const { keep, elsewhere } = useSession();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const path = query ? `${pathname}?${query}` : pathname;
  const first = useRef<string | null>(null);

  useEffect(() => {
    first.current ??= path;
    // After another page was open, the first page counts as well.
    if (first.current !== path) first.current = "";
    const place = placeOf(path);
    if (!place || (elsewhere && first.current === path)) return;
    // It can wait: a page whose code is still on its way is not taken off for it.
    startTransition(() =>
      keep({
        current_context: {
          device: deviceHere(),
          path,
          ...(projectId && { projectId }),
          ...(place.page === "leads" && {
            filters: {
              leadsHeat: isHeat(place.heat) ? place.heat : "all",
              leadsOrder: isLeadOrder(place.order) ? place.order : usualOrder,
            },
          }),
        },
      }),
    );
  }, [keep, elsewhere, path, projectId]);
  return null;
}
