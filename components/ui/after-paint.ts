/** Runs `act` after the next paint, so that slow work does not delay the answer to a press. */
export const afterPaint = (act: () => void): void => void requestAnimationFrame(() => setTimeout(act));
