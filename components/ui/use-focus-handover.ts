"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * For what goes away once it is answered, with the very button that has the focus: the keyboard then goes on at the
 * content, and the next thing it reaches is what stands there now. Nothing of the page jumps.
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
