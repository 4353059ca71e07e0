export type Pace = "reached" | "onTrack" | "begun" | "behind";

/**
 * As much of a month as a weekend and the first day of work after it: nothing, money least of all, comes evenly enough to
 * say before that that it will not come.
 */
const justBegun = 0.1;

/**
 * Whether a target will be reached if things go on as they have. `elapsed`: how much of the time has passed, 0 to 1. While
 * it has just begun, what has come says something and what has not come nothing. Later only whole ones can be missing.
 */
export function paceOf(actual: number, target: number, elapsed: number): Pace {
  if (actual >= target) return "reached";
  if (elapsed < justBegun) return actual > 0 && actual >= target * elapsed ? "onTrack" : "begun";
  return actual >= Math.floor(target * elapsed) ? "onTrack" : "behind";
}

/** How much of a stretch of time has passed; instants in Unix ms. */
export const elapsedOf = (from: number, to: number, now: number): number =>
  Math.min(1, Math.max(0, (now - from) / (to - from)));
