/** Listens until the function returned is called. */
export function listen(
  target: EventTarget,
  types: readonly string[],
  act: (event: Event) => unknown,
): () => void {
  for (const type of types) target.addEventListener(type, act);
  return () => types.forEach((type) => target.removeEventListener(type, act));
}

/** Calls `act` whenever the page becomes visible, or hidden. */
export const onVisibility = (state: DocumentVisibilityState, act: () => unknown): (() => void) =>
  listen(document, ["visibilitychange"], () => document.visibilityState === state && act());

/** Calls `act` whenever the network or the person is back: a request that failed before may now succeed. */
export const onReturn = (act: () => unknown): (() => void) =>
  all(listen(window, ["online", "focus"], act), onVisibility("visible", act));

/** Calls `act` at the last moments at which the page can send something. */
export const onLeave = (act: () => unknown): (() => void) =>
  all(listen(window, ["pagehide"], act), onVisibility("hidden", act));

/** One function that calls all of `ends`. */
export const all =
  (...ends: readonly (() => void)[]) =>
  (): void =>
    ends.forEach((end) => end());
