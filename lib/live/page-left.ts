import { listen } from "./page-events";

/** A next page that has not come after this long may never come: then a fault is one again. */
export const leavingMs = 10_000;

let leftAt: number | null = null;

/**
 * Notes from when on this page is being left. A browser ends the requests of a page that it leaves, Firefox while the
 * page still shows: what fails from then on is no fault. `now` in milliseconds.
 */
export function watchLeaving(page: EventTarget = window, now: () => number = () => performance.now()) {
  const ends = [
    listen(page, ["beforeunload", "pagehide"], () => (leftAt = now())),
    // It was kept, and is here again.
    listen(page, ["pageshow"], () => (leftAt = null)),
  ];
  return () => ends.forEach((end) => end());
}

/** Whether the next page has been asked for, and may still come. */
export const isBeingLeft = (now: () => number = () => performance.now()): boolean =>
  leftAt !== null && now() - leftAt < leavingMs;
