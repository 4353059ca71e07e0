const bells = new Set<() => void>();

/** Registers a bell that `openBell` opens, until the returned function is called. */
export function onBellAsked(open: () => void): () => void {
  bells.add(open);
  return () => void bells.delete(open);
}

/** Opens the bell's list, for a shortcut or the palette. */
export const openBell = (): void => bells.forEach((open) => open());
