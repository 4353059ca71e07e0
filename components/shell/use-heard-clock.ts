"use client";

import { useEffect } from "react";
import { hearPage } from "@/lib/server-clock";

/**
 * Tells the page's clock at what time (Unix ms) the server read what this page shows; null for a page that the device has
 * kept. A page that is read anew without being loaded tells nothing: nobody knows how long it was on its way.
 */
export function useHeardClock(readAt: number | null) {
  useEffect(() => {
    if (readAt !== null && !isHeard) hearPage(readAt);
    isHeard = true;
  }, [readAt]);
}

let isHeard = false;
