/** What a device counts by. `wall` may be set wrong, or anew at any moment; `steady` only ever runs, but stands in sleep. */
type DeviceClocks = { wall(): number; steady(): number };

/** Keeps how far the server's clock is ahead of the device's, in ms, for a start without a network. */
type Memory = { read(): number | null; write(ahead: number): void };

export type ServerClock = {
  /** The server's time now in Unix ms, as well as this device can tell. */
  now(): number;
  /** The server has said its time, `ageMs` ago. */
  hear(at: number, ageMs?: number): void;
};

/**
 * Tells the server's time on a device whose own clock nobody can trust (docs/decisions/033). Between two words of the
 * server it counts by whichever clock of the device has run further: the wall clock has also run in sleep, and the
 * steady one when the wall clock was set back. So a moment "in an hour" is never earlier than asked for.
 */
export function createServerClock({ wall, steady }: DeviceClocks, memory: Memory): ServerClock {
  let heard: { at: number; wall: number; steady: number } | null = null;
  return {
    now() {
      if (!heard) return wall() + (memory.read() ?? 0);
      return heard.at + Math.max(wall() - heard.wall, steady() - heard.steady);
    },
    hear(at, ageMs = 0) {
      heard = { at: at + ageMs, wall: wall(), steady: steady() };
      memory.write(heard.at - heard.wall);
    },
  };
}

const key = "server-clock";

/** A browser may refuse to keep anything: then the device's own clock is all there is before the server speaks. */
const browserMemory: Memory = {
  read() {
    try {
      const ahead = Number(localStorage.getItem(key));
      return Number.isFinite(ahead) ? ahead : null;
    } catch {
      return null;
    }
  },
  write(ahead) {
    try {
      localStorage.setItem(key, String(Math.round(ahead)));
    } catch {
      // Nothing is kept.
    }
  },
};

/** The one clock of a page. */
export const serverClock = createServerClock(
  { wall: () => Date.now(), steady: () => performance.now() },
  browserMemory,
);

/** The page that the browser shows was rendered at `renderedAt` (Unix ms) by the server's clock. */
export function hearPage(renderedAt: number): void {
  const [navigation] = performance.getEntriesByType("navigation");
  const arrived = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : null;
  serverClock.hear(renderedAt, arrived === null ? 0 : Math.max(performance.now() - arrived, 0));
}

/** An answer of the server has come. Its `Date` has whole seconds: on average half a second has passed. */
export function hearAnswer({ headers }: Pick<Response, "headers">): void {
  const at = Date.parse(headers.get("date") ?? "");
  if (!Number.isNaN(at)) serverClock.hear(at + 500);
}
