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
    const tick = () => setNow(new Date(serverClock.now()));
    const id = setInterval(tick, updateInterval);
    // What is opened long after its page was rendered must not wait for the first interval.
    const first = setTimeout(tick);
    return () => {
      clearInterval(id);
      clearTimeout(first);
    };
  }, [updateInterval]);
  return updateInterval === undefined ? rendered : now;
}
