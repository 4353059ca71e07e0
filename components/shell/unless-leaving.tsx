"use client";

import { useEffect, useState, type ReactNode } from "react";
import { isBeingLeft, leavingMs } from "@/lib/live/page-left";
import { browserTimers } from "@/lib/live/timers";

/** Of a fault that comes while the page is being left nothing is shown, unless the next page does not come. */
export function UnlessLeaving({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(() => isBeingLeft());
  useEffect(() => (waits ? browserTimers.after(leavingMs, () => setWaits(false)) : undefined), [waits]);
  return waits ? null : children;
}
