"use client";

import { useRef } from "react";
import type { Popup } from "./use-popup";

/**
 * The focus of a popup whose button is no part of it: it goes back there when the popup closes, unless a press beside
 * the popup has taken it elsewhere. A press of the button itself is the button's to answer.
 */
export function usePopupFocus({ button }: Popup) {
  const wentElsewhere = useRef(false);
  return {
    onInteractOutside(event: Event) {
      if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
      else wentElsewhere.current = true;
    },
    onCloseAutoFocus(event: Event) {
      if (!event.defaultPrevented && !wentElsewhere.current) button.current?.focus();
      wentElsewhere.current = false;
      event.preventDefault();
    },
  };
}
