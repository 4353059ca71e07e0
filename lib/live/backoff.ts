/**
 * A wait in ms with full jitter, anywhere between `floorMs` and an exponentially growing bound: a thousand browsers
 * that lost one server do not return in the same second. `attempt` counts from 0.
 */
export function backOffMs(
  attempt: number,
  random: () => number,
  { baseMs = 1_000, capMs = 30_000, floorMs = 100 } = {},
): number {
  const bound = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 20));
  return Math.round(floorMs + random() * Math.max(0, bound - floorMs));
}
