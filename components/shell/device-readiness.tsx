"use client";

import { useEffect } from "react";
import { loadWhenIdle } from "@/components/ui/load-when-idle";
import { checkPush } from "@/lib/device/push-check";
import { all, onVisibility } from "@/lib/live/page-events";
import { keepOfflinePage, tellLook } from "@/lib/offline/service-worker";

/**
 * Prepares this device for use without a network, and tells the server which push subscription this browser holds.
 * Only pages of a signed-in person do so, and only in a built app: the files of a development server change under
 * their names.
 */
export function DeviceReadiness() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production") return;
    const tell = () => void tellLook().catch(() => undefined);
    void checkPush().catch(() => undefined);
    // A new theme or text size shows before its cookie is written; when the page is left, the cookie is written.
    return all(
      onVisibility("hidden", tell),
      loadWhenIdle(() => keepOfflinePage(process.env.BUILD_ID ?? ""), tell),
    );
  }, []);
  return null;
}
