"use client";

import { useEffect } from "react";
import { useZones } from "@/components/ui/zones";
import type { SettingsEvent } from "@/lib/audit/event";

/**
 * Has the table of zones fetched where the entries name a zone that is not the person's own. Until it is here such a zone
 * stands without its offset, in the browser as in the server's text.
 */
export function useZonesOf(events: readonly SettingsEvent[]) {
  const { find, table, load } = useZones();
  const isUnknown = (value: unknown) => typeof value === "string" && find(value) === null;
  const isMissing =
    !table &&
    events.some(({ path, before, after }) => path.endsWith(".timezone") && [before, after].some(isUnknown));
  useEffect(() => {
    if (isMissing) load();
  }, [isMissing, load]);
}
