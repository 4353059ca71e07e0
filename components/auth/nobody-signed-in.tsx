"use client";

import { useEffect } from "react";

/**
 * Tells this device that nobody is signed in. The pages of signing in are shown where that is so or is about to
 * change: the offline page of this device then shows nobody's data, in the look of these pages.
 */
export function NobodySignedIn() {
  useEffect(() => {
    // A chunk of its own: nothing on the screen waits for it.
    void import("@/lib/offline/leave-device").then(({ leaveDevice }) => leaveDevice()).catch(() => undefined);
  }, []);
  return null;
}
