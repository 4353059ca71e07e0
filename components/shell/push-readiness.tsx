"use client";

import { useEffect } from "react";
import { loadWhenIdle } from "@/components/ui/load-when-idle";

/** Tells the server which push subscription this browser holds, long after the page can be used. */
export function PushReadiness() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production") return;
    return loadWhenIdle(
      () => import("@/lib/device/push-check"),
      ({ checkPush }) => void checkPush().catch(() => undefined),
    );
  }, []);
  return null;
}
