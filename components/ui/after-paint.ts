/** Runs `act` once the next picture is on the screen: what can wait must not hold back the answer to a press. */
export const afterPaint = (act: () => void): void => void requestAnimationFrame(() => setTimeout(act));
