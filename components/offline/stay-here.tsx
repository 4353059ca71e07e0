"use client";

import type { MouseEvent, ReactNode } from "react";

/**
 * A link leads to the same page under another address: what it shows follows the address, and asking a server that is
 * away for it would only cost the wait. Whoever opens it elsewhere gets the browser's way.
 */
export const StayHere = ({ children }: { children: ReactNode }) => (
  // The links themselves are what is pressed, with the keyboard too; nothing here needs a role.
  <div className="contents" onClickCapture={follow}>
    {children}
  </div>
);

function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const beside = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!(link instanceof HTMLAnchorElement) || beside || link.target || link.origin !== window.location.origin)
    return;
  event.preventDefault();
  // A skip link stays a skip link.
  if (link.pathname === window.location.pathname && link.hash) return void (window.location.hash = link.hash);
  window.history.pushState(null, "", link.href);
  document.getElementById("content")?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
