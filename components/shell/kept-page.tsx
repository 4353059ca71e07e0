"use client";

import { useEffect } from "react";
import { all, listen } from "@/lib/live/page-events";

/** A page may be kept before its code has come: then it is blanked, and fetched anew, without it. */
export const keptPageScript = `
window.addEventListener("pagehide", ({ persisted }) => {
  if (persisted) document.documentElement.style.visibility = "hidden";
});
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted && !window.pageListens) location.reload();
});`;

const isKept = (event: Event) => event instanceof PageTransitionEvent && event.persisted;

/** Whether the person whose pages this device showed last is this one: signing out makes the device nobody's. */
async function isStillOf(userId: string): Promise<boolean> {
  const { createOutboxStorage } = await import("@/lib/settings/outbox/storage");
  return (await createOutboxStorage().person())?.userId === userId;
}

/**
 * A browser may keep a page as it stood and show it again on the way back, whatever has happened since. It is kept
 * blank, and shown when the device is still this person's; else the server is asked who may see what.
 */
export function KeptPage({ userId }: { userId: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    const blank = (event: Event) => void (isKept(event) && (style.visibility = "hidden"));
    async function comeBack(event: Event) {
      if (!isKept(event)) return;
      if (await isStillOf(userId).catch(() => false)) style.visibility = "";
      else window.location.reload();
    }
    return all(listen(window, ["pagehide"], blank), listen(window, ["pageshow"], comeBack));
  }, [userId]);
  return null;
}
