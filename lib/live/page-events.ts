/** Listens until the function returned is called. */
export function listen(
  target: EventTarget,
  types: readonly string[],
  act: (event: Event) => unknown,
): () => void {
  for (const type of types) target.addEventListener(type, act);
  return () => types.forEach((type) => target.removeEventListener(type, act));
}

/** Whenever the page comes to be seen, or to be hidden. */
export const onVisibility = (state: DocumentVisibilityState, act: () => unknown): (() => void) =>
  listen(document, ["visibilitychange"], () => document.visibilityState === state && act());

/** The moments at which the network or the person is back, and what failed before may go well. */
export const onReturn = (act: () => unknown): (() => void) =>
  all(listen(window, ["online", "focus"], act), onVisibility("visible", act));

/** The last moment at which something can still be sent. */
export const onLeave = (act: () => unknown): (() => void) =>
  all(listen(window, ["pagehide"], act), onVisibility("hidden", act));

/** Many ends as one. */
export const all =
  (...ends: readonly (() => void)[]) =>
  (): void =>
    ends.forEach((end) => end());
