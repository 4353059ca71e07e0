"use client";

import type { MouseEvent, ReactNode } from "react";

/**
 * Makes links change the address without a request: the offline page shows what the address names, and a request to a
 * server that is away would only take time. A link that opens in another tab is left to the browser.
 */
export const StayHere = ({ children }: { children: ReactNode }) => (
  // The links are what is pressed, by the keyboard as well; the wrapper needs no role.
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
  // The skip link keeps its own behaviour.
  if (link.pathname === window.location.pathname && link.hash) return void (window.location.hash = link.hash);
  window.history.pushState(null, "", link.href);
  document.getElementById("content")?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
