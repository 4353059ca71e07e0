"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { createQuickKeys, letterOf, takesLetters } from "./keys";
import { useSingleKeys } from "./use-quick-keys";

/** Whether a key is meant for what the person is in: a field, a panel, or a command with Ctrl. */
const isForAnother = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.shiftKey ||
  event.isComposing ||
  event.defaultPrevented ||
  takesLetters(event.target) ||
  (event.target instanceof Element && event.target.closest("[role=dialog]") !== null);

/**
 * Keys of a screen: `act` answers whether the letter does anything there. No key acts while a person types, in a panel, or
 * as the second of two quick keys, nor where the setting `quickKeys` is off.
 */
export function useLetterKeys(act: (letter: string) => boolean) {
  const { help: isOn, twoKeys } = useSingleKeys();
  const [quick] = useState(() => createQuickKeys(() => performance.now()));
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isSecond = quick(event) !== null && twoKeys;
    const letter = letterOf(event);
    if (!isOn || isSecond || letter === null || isForAnother(event)) return;
    if (act(letter)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
