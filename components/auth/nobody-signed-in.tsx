"use client";

import { useEffect } from "react";

/**
 * The pages before the shell are shown where nobody is signed in, or somebody else is about to be: from here on the
 * offline page of this device shows nobody, and looks as these pages do.
 */
export function NobodySignedIn() {
  useEffect(() => {
    // Apart from the page's code: nothing on the screen waits for it.
    void import("@/lib/offline/leave-device").then(({ leaveDevice }) => leaveDevice()).catch(() => undefined);
  }, []);
  return null;
}
