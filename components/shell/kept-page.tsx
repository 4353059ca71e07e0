"use client";

import { useEffect } from "react";
import { isShown, noteShown } from "@/lib/device/shown-person";
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

/**
 * A browser may keep a page as it stood and show it again on the way back, whatever has happened since. It is kept
 * blank, and shown while the browser still shows this person's pages, which signing out ends; else the server is asked who
 * may see what. The device's database is not asked: what the page had begun to write into it is written on the way back.
 */
export function KeptPage({ userId }: { userId: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    const blank = (event: Event) => void (isKept(event) && (style.visibility = "hidden"));
    function ask() {
      if (isShown(userId)) style.visibility = "";
      else window.location.reload();
    }
    // It was left before this code had come, and came back meanwhile.
    if (style.visibility === "hidden") ask();
    else noteShown(userId);
    return all(
      listen(window, ["pagehide"], blank),
      listen(window, ["pageshow"], (event) => void (isKept(event) && ask())),
    );
  }, [userId]);
  return null;
}
