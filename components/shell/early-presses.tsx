"use client";

import { useEffect } from "react";

/** Keeps presses that come before the page's code has loaded, and repeats them once it has (docs/decisions/053). */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  useEffect(() => {
    Reflect.set(window, "pageListens", true);
    window.dispatchEvent(new Event("page-listens"));
  }, []);
  return <script async src="/early-presses.js" nonce={nonce} />;
}
