const tryAgainMs = 15_000;

/** Runs `act` when the browser is idle. */
function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const id = setTimeout(act, 300);
    return () => clearTimeout(id);
  }
  const id = window.requestIdleCallback(act, { timeout: 2_000 });
  return () => window.cancelIdleCallback(id);
}

function whenOnline(act: () => void): () => void {
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener("online", go);
  };
  const go = () => {
    stop();
    act();
  };
  const timer = setTimeout(go, tryAgainMs);
  window.addEventListener("online", go);
  return stop;
}

/**
 * Loads code that nothing on the screen needs yet. Where the code cannot be fetched, the load is tried again when the
 * network is back, and every 15 s. Returns how to give up.
 */
export function loadWhenIdle<Loaded>(
  load: () => Promise<Loaded>,
  use: (loaded: Loaded) => void,
  when: (act: () => void) => () => void = whenIdle,
): () => void {
  let left = false;
  const attempt = () =>
    void load().then(
      (loaded) => void (left || use(loaded)),
      () => void (left || (cancel = whenOnline(attempt))),
    );
  let cancel = when(attempt);
  return () => {
    left = true;
    cancel();
  };
}

/** For what a person may need the moment after the network has gone: it is fetched as soon as the page listens. */
export const atOnce = (act: () => void) => {
  act();
  return () => undefined;
};
