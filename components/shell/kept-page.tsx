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

const isKept = (event: Event) => Reflect.get(event, "persisted") === true;

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
    async function ask() {
      if (await isStillOf(userId).catch(() => false)) style.visibility = "";
      else window.location.reload();
    }
    // It was left before this code had come, and came back meanwhile.
    if (style.visibility === "hidden") void ask();
    return all(
      listen(window, ["pagehide"], blank),
      listen(window, ["pageshow"], (event) => void (isKept(event) && ask())),
    );
  }, [userId]);
  return null;
}
