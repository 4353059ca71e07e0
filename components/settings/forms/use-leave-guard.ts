"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { guardLeaving, type Leave } from "@/components/ui/leaving";

/**
 * Asks before a person loses edits: at a link of the app, at code that leaves by `leaveBy`, at the browser's Back
 * where the browser allows it, and at closing the page, where the browser asks in its own words.
 */
export function useLeaveGuard(isNeeded: boolean) {
  const [isAsking, setAsking] = useState(false);
  /** How the person was about to leave; known also when the question is answered. */
  const way = useRef<Leave | null>(null);
  const released = useRef(false);

  function ask(leave: Leave) {
    way.current = leave;
    setAsking(true);
  }
  const handleClick = useEffectEvent((event: MouseEvent) => {
    const link = leavingLink(event);
    if (released.current || !link) return;
    event.preventDefault();
    // The link's own handler must not see the event: it would navigate.
    event.stopPropagation();
    ask(() => follow(link));
  });
  const handleTraverse = useEffectEvent((event: NavigateEvent) => {
    if (released.current || event.navigationType !== "traverse" || !event.cancelable) return;
    event.preventDefault();
    ask(() => window.navigation.traverseTo(event.destination.key));
  });
  const handleUnload = useEffectEvent((event: BeforeUnloadEvent) => {
    if (!released.current) event.preventDefault();
  });
  const handleOther = useEffectEvent((leave: Leave) => (released.current ? leave() : ask(leave)));
  useEffect(() => {
    if (!isNeeded) return;
    released.current = false;
    const history = "navigation" in window ? window.navigation : null;
    const unguard = guardLeaving((leave) => handleOther(leave));
    window.addEventListener("click", handleClick, true);
    window.addEventListener("beforeunload", handleUnload);
    history?.addEventListener("navigate", handleTraverse);
    return () => {
      unguard();
      window.removeEventListener("click", handleClick, true);
      window.removeEventListener("beforeunload", handleUnload);
      history?.removeEventListener("navigate", handleTraverse);
    };
  }, [isNeeded]);

  return {
    isAsking,
    stay: () => setAsking(false),
    /** Leaves as the person was about to, also after they stayed for a moment. */
    leave() {
      released.current = true;
      setAsking(false);
      way.current?.();
    },
  };
}

/** The link of a click that leaves this page; null where the link stays on the page or opens beside it. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  const beside = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (beside || !(link instanceof HTMLAnchorElement)) return null;
  if ((link.target !== "" && link.target !== "_self") || link.hasAttribute("download")) return null;
  const { origin, pathname, search } = window.location;
  // The browser itself asks before another site is opened.
  return link.origin !== origin || (link.pathname === pathname && link.search === search) ? null : link;
}

/** Clicks the link again; where the link is gone with its menu, opens its address. */
function follow(link: HTMLAnchorElement) {
  if (link.isConnected) link.click();
  else window.location.assign(link.href);
}
