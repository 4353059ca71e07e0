const minuteMs = 60_000;

/**
 * The end (ISO) of a pause of `ms` from `now`, the server's time: on a whole minute, because schedules change on those,
 * and never earlier than asked for.
 */
export const pauseFor = (ms: number, now: number): string =>
  new Date(Math.ceil((now + ms) / minuteMs) * minuteMs).toISOString();
