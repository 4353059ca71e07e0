"use client";

import { useSyncExternalStore } from "react";
import { lastSaveMs, onSaveTimed } from "./save-timing";

type PageTimes = { first: number; ready: number };

/** Milliseconds until the page's first byte, until the page was ready, and of the last save with its answer. */
export function useTimings(): { page: PageTimes | null; save: number | null } {
  const save = useSyncExternalStore(onSaveTimed, lastSaveMs, () => null);
  return { page: pageTimes(), save };
}

function pageTimes(): PageTimes | null {
  const [page] = performance.getEntriesByType("navigation");
  if (!page || !("responseStart" in page) || !("domContentLoadedEventEnd" in page)) return null;
  const { responseStart, domContentLoadedEventEnd } = page;
  if (typeof responseStart !== "number" || typeof domContentLoadedEventEnd !== "number") return null;
  return { first: Math.round(responseStart), ready: Math.round(domContentLoadedEventEnd) };
}
