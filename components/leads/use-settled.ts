"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

/** As long as a person who steps through choices by arrow keys may look at one. */
export const settleMs = 1_500;

/**
 * A choice that is stepped through before it is meant: three arrow keys are one change, and a slip that is taken back is
 * none. It is meant on `commit`, after `settleMs`, and when the page is left.
 */
export function useSettled<Value>(stored: Value, onMeant: (value: Value) => void) {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const waiting = useRef<{ value: Value } | null>(null);

  const hold = (value: { value: Value } | null) => {
    waiting.current = value;
    setDraft(value);
  };
  function settle() {
    const meant = waiting.current;
    hold(null);
    if (meant && meant.value !== stored) onMeant(meant.value);
  }
  const settleLater = useEffectEvent(settle);
  useEffect(() => {
    if (!draft) return;
    const alarm = setTimeout(() => settleLater(), settleMs);
    return () => clearTimeout(alarm);
  }, [draft]);
  useEffect(() => {
    const leave = () => settleLater();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return {
    shown: draft ? draft.value : stored,
    /** Shows a value that is not meant yet. */
    consider: (value: Value) => hold({ value }),
    /** Means what is shown. */
    commit: settle,
    /** Means a value at once. */
    mean(value: Value) {
      hold({ value });
      settle();
    },
    /** Back to what is stored. */
    forget: () => hold(null),
  };
}
