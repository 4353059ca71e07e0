export type Pace = "reached" | "onTrack" | "behind";

/**
 * Whether a target will be reached if things go on as they have. `elapsed`: how much of the time has passed, 0 to 1. Only
 * whole ones can be missing: on the first morning of a month nobody is behind by a part of a lead.
 */
export function paceOf(actual: number, target: number, elapsed: number): Pace {
  if (actual >= target) return "reached";
  return actual >= Math.floor(target * elapsed) ? "onTrack" : "behind";
}

/** How much of a stretch of time has passed; instants in Unix ms. */
export const elapsedOf = (from: number, to: number, now: number): number =>
  Math.min(1, Math.max(0, (now - from) / (to - from)));
