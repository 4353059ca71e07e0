"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { markField } from "./mark-field";

const wanted = () => decodeURIComponent(window.location.hash.slice(1));

/** The hash of a link to the open page: the router follows such a link without an event of the browser. */
function hashOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !link.hash || link.pathname !== window.location.pathname)
    return null;
  return decodeURIComponent(link.hash.slice(1));
}

/** Scrolls to the field named by the address's hash and marks it, whichever way led to the address. */
export function FieldMarker() {
  const pathname = usePathname();
  useEffect(() => {
    let giveUp: () => void = () => undefined;
    const mark = (id: string | null) => {
      if (!id) return;
      giveUp();
      giveUp = markField(id);
    };
    const markWanted = () => mark(wanted());
    const followLink = (event: MouseEvent) => mark(hashOf(event));
    markWanted();
    window.addEventListener("hashchange", markWanted);
    document.addEventListener("click", followLink);
    return () => {
      giveUp();
      window.removeEventListener("hashchange", markWanted);
      document.removeEventListener("click", followLink);
    };
  }, [pathname]);
  return null;
}
