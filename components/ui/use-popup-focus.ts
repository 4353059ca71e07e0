"use client";

import { useRef } from "react";
import type { Popup } from "./use-popup";

/**
 * The focus of a popup whose button is no part of it: it goes back there when the popup closes, unless a press beside
 * the popup has taken it elsewhere. A press of the button itself is the button's to answer. WebKit tells of a focus that
 * enters a date field in the popup as if it had come from nowhere, which Radix takes for one that has left the popup.
 */
export function usePopupFocus({ id, button }: Popup) {
  const wentElsewhere = useRef(false);
  return {
    onInteractOutside(event: Event) {
      const isOwn = [button.current, document.getElementById(id)].some(
        (part) => event.target instanceof Node && part?.contains(event.target),
      );
      if (isOwn) event.preventDefault();
      else wentElsewhere.current = true;
    },
    onCloseAutoFocus(event: Event) {
      if (!event.defaultPrevented && !wentElsewhere.current && button.current?.isConnected)
        button.current.focus();
      wentElsewhere.current = false;
      event.preventDefault();
    },
  };
}
