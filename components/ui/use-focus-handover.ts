"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * For a notice that disappears when its button is pressed: the focus goes to the content of the page, and the next Tab
 * reaches what stands where the notice was. The page does not scroll.
 */
export function useFocusHandover<Frame extends HTMLElement>() {
  const frame = useRef<Frame>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    };
  }, []);
  return frame;
}
