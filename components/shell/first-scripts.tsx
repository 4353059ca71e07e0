"use client";

import { useEffect } from "react";
import { earlyPressesScript } from "./early-presses-script";
import { keptPageScript } from "./kept-page";

/**
 * What must be there before the page's code: it keeps presses, and repeats them once the page has its code
 * (docs/decisions/053, 057), and blanks a page that the browser keeps (056).
 */
export function FirstScripts({ nonce }: { nonce: string | undefined }) {
  useEffect(() => {
    Reflect.set(window, "pageListens", true);
    window.dispatchEvent(new Event("page-listens"));
  }, []);
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyPressesScript + keptPageScript }} />;
}
