// A press before the page's code has arrived would go nowhere. This file is small and comes first: it remembers which
// buttons were pressed, and presses them again, in their order, when the page says that it listens.
if (!window.pageListens) {
  // Who pressed longer ago than this has seen that nothing happened, and may have changed their mind.
  const freshMs = 10_000;
  // A menu opens as the pointer goes down, everything else when it is up again.
  const types = ["pointerdown", "click"];
  const pressed = [];
  const remember = (event) => {
    const { target } = event;
    const button = target instanceof Element && target.closest("button:not([type=submit])");
    if (button) pressed.push({ button, event });
  };
  for (const type of types) window.addEventListener(type, remember, true);
  window.addEventListener(
    "page-listens",
    () => {
      for (const type of types) window.removeEventListener(type, remember, true);
      for (const { button, event } of pressed) {
        // React may wake the page up for the press that is under way, which it then hears itself.
        const isOver = event.eventPhase === Event.NONE;
        if (isOver && button.isConnected && performance.now() - event.timeStamp < freshMs)
          button.dispatchEvent(new event.constructor(event.type, event));
      }
    },
    { once: true },
  );
}
