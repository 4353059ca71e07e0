"use client";

import { useSyncExternalStore } from "react";

function watch(change: () => void) {
  const changes = new MutationObserver(change);
  changes.observe(document.body, { childList: true, subtree: true });
  return () => changes.disconnect();
}

const stands = () => document.querySelector("[data-sonner-toast]:not([data-removed=true])") !== null;

/** Whether a message (components/ui/toast.ts) stands on the page now. */
export const useStandingMessage = (): boolean => useSyncExternalStore(watch, stands, () => false);
