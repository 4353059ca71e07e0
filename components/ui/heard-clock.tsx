"use client";

import { useEffect } from "react";
import { hearPage } from "@/lib/server-clock";

/**
 * Tells the page's clock when the server rendered the page (Unix ms); null for a page that the device has kept. A page
 * that is rendered anew without being loaded tells nothing: nobody knows how long it was on its way.
 */
export function HeardClock({ renderedAt }: { renderedAt: number | null }) {
  useEffect(() => {
    if (renderedAt !== null && !isHeard) hearPage(renderedAt);
    isHeard = true;
  }, [renderedAt]);
  return null;
}

let isHeard = false;
