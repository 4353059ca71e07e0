"use client";

import { useRef } from "react";

/**
 * Radix gives the focus back to the trigger of a dialog. One that a key, a menu or an answer opens has none: it goes
 * back to where it was, or to the content where that has gone with its menu. What moves the focus on waits for that.
 */
export function useFocusReturn(onReturned?: () => void) {
  const before = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus() {
      const { activeElement } = document;
      before.current = activeElement instanceof HTMLElement ? activeElement : null;
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      const place = before.current?.isConnected
        ? before.current
        : document.querySelector<HTMLElement>("main");
      place?.focus();
      onReturned?.();
    },
  };
}
