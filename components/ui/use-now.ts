"use client";

import { useNow as useRenderedNow } from "next-intl";
import { useEffect, useState } from "react";
import { serverClock } from "@/lib/server-clock";

/**
 * The time by the server's clock, never by the device's, which may be hours wrong. At first it is the time at which the
 * page was rendered, so that server and browser write the same; with an interval it goes on.
 */
export function useNow({ updateInterval }: { updateInterval?: number } = {}): Date {
  const rendered = useRenderedNow();
  const [now, setNow] = useState(rendered);
  useEffect(() => {
    if (updateInterval === undefined) return;
    const id = setInterval(() => setNow(new Date(serverClock.now())), updateInterval);
    return () => clearInterval(id);
  }, [updateInterval]);
  return updateInterval === undefined ? rendered : now;
}
