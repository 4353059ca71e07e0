"use client";

import { useSyncExternalStore } from "react";
import { readPushState, type PushState } from "@/lib/device/push-subscription";

/** This browser's permission as it is now; `unknown` until the browser is asked. */
export const usePushState = (): PushState =>
  useSyncExternalStore(watchPermission, readPushState, () => "unknown" as const);

/** The person can change the permission in the browser's settings while the page is open. */
function watchPermission(changed: () => void): () => void {
  let stop = () => {};
  let isOver = false;
  void navigator.permissions?.query({ name: "notifications" }).then((status) => {
    if (isOver) return;
    status.addEventListener("change", changed);
    stop = () => status.removeEventListener("change", changed);
  });
  return () => {
    isOver = true;
    stop();
  };
}
