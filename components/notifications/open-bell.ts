const bells = new Set<() => void>();

/** A bell that opens when it is asked to, until the function returned is called. */
export function onBellAsked(open: () => void): () => void {
  bells.add(open);
  return () => void bells.delete(open);
}

/** Opens the bell's list from elsewhere: a shortcut, the palette. */
export const openBell = (): void => bells.forEach((open) => open());
