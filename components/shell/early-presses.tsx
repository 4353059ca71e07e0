"use client";

import { useEffect } from "react";
import { earlyPressesScript } from "./early-presses-script";

/** Keeps presses that come before the page's code has loaded, and repeats them once it has (docs/decisions/053, 057). */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  useEffect(() => {
    Reflect.set(window, "pageListens", true);
    window.dispatchEvent(new Event("page-listens"));
  }, []);
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyPressesScript }} />;
}
