/** The time at a service: that of `now`, and as much more as tests let pass there. */
export function createClock(now: () => number) {
  let aheadMs = 0;
  return {
    now: () => now() + aheadMs,
    advance: (seconds: number) => void (aheadMs += seconds * 1_000),
    rewind: () => void (aheadMs = 0),
  };
}

export type Clock = ReturnType<typeof createClock>;
