"use client";

import { useSyncExternalStore } from "react";
import type { Breakpoint } from "@/lib/settings/widgets";

/** Tailwind's `lg` and `xl`, at which the board changes its columns. */
const wide = "(min-width: 80rem)";
const medium = "(min-width: 64rem)";

const present = (): Breakpoint =>
  matchMedia(wide).matches ? "lg" : matchMedia(medium).matches ? "md" : "sm";

function subscribe(listener: () => void): () => void {
  const queries = [wide, medium].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => queries.forEach((query) => query.removeEventListener("change", listener));
}

/** The layout that the board shows in this window. The server does not know the window, and draws the wide one. */
export const useBreakpoint = (): Breakpoint => useSyncExternalStore(subscribe, present, () => "lg");
