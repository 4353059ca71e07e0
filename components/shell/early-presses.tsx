"use client";

import { useEffect } from "react";

/** Lets no press go nowhere: what was pressed before this page's code arrived is pressed when it has (docs/decisions/053). */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  useEffect(() => {
    Reflect.set(window, "pageListens", true);
    window.dispatchEvent(new Event("page-listens"));
  }, []);
  return <script async src="/early-presses.js" nonce={nonce} />;
}
