"use client";

import { useRef } from "react";

/**
 * Radix gives the focus back to the trigger of a dialog. One that a key, a menu or an answer opens has none: it goes
 * back to where it was, or to the content where that has gone with its menu or with the dialog before this one. What
 * moves the focus on waits for that.
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
      const place = before.current?.isConnected
        ? before.current
        : document.querySelector<HTMLElement>("main");
      place?.focus();
      onReturned?.();
    },
  };
}
