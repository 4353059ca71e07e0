"use client";

import { useRef } from "react";

/**
 * Gives the focus back when a dialog without a trigger closes. Radix returns the focus to the trigger; a dialog that a
 * key, a menu or an answer opens has none. The focus goes to the element that had it, or to the content where that
 * element is gone. Code that moves the focus on waits until then.
 */
export function useFocusReturn(onReturned?: () => void) {
  const before = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus() {
      const { activeElement } = document;
      const isSomewhere = activeElement instanceof HTMLElement && activeElement !== document.body;
      before.current = isSomewhere ? activeElement : null;
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      const target = before.current?.isConnected
        ? before.current
        : document.querySelector<HTMLElement>("main");
      target?.focus();
      onReturned?.();
    },
  };
}
