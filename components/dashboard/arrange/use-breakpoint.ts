"use client";

import { startTransition, useEffect, useState } from "react";
import type { Breakpoint } from "@/lib/settings/widgets";

/** Tailwind's `lg` and `xl`, at which the board changes its columns. */
const wide = "(min-width: 80rem)";
const medium = "(min-width: 64rem)";

/** The layout of this window at this moment: what an act of a person is for, also before it is drawn. */
export const presentBreakpoint = (): Breakpoint =>
  matchMedia(wide).matches ? "lg" : matchMedia(medium).matches ? "md" : "sm";

/**
 * The layout that the board shows in this window. The server does not know the window, and draws the wide one. The true
 * one comes as a transition: a change that cannot wait would meet a board that React has not taken over yet, and have it
 * taken off the page and drawn anew.
 */
export function useBreakpoint(): Breakpoint {
  const [breakpoint, setBreakpoint] = useState<Breakpoint>("lg");
  useEffect(() => {
    const look = () => startTransition(() => setBreakpoint(presentBreakpoint()));
    const queries = [wide, medium].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener("change", look);
    look();
    return () => queries.forEach((query) => query.removeEventListener("change", look));
  }, []);
  return breakpoint;
}
