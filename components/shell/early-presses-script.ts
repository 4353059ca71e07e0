/**
 * Stands in the page itself, before all its code: a file would wait in line behind the page's chunks, and a press before
 * the file would go nowhere. The script remembers which buttons were pressed, and presses them again, in their order,
 * when the page says that it listens.
 *
 * Who pressed longer ago than `freshMs` has seen that nothing happened, and may have changed their mind. A menu opens as
 * the pointer goes down, everything else when it is up again. React may wake the page up for the press that is under
 * way, which it then hears itself. `pageListens`: the page came to be without this text being run in time.
 */
export const earlyPressesScript = `
if (!window.pageListens) {
  const freshMs = 10_000;
  const types = ["pointerdown", "click"];
  const pressed = [];
  const remember = (event) => {
    const { target } = event;
    const button = target instanceof Element && target.closest("button:not([type=submit])");
    if (button) pressed.push({ button, event });
  };
  for (const type of types) window.addEventListener(type, remember, true);
  window.addEventListener("page-listens", () => {
    for (const type of types) window.removeEventListener(type, remember, true);
    for (const { button, event } of pressed) {
      const isOver = event.eventPhase === Event.NONE;
      if (isOver && button.isConnected && performance.now() - event.timeStamp < freshMs)
        button.dispatchEvent(new event.constructor(event.type, event));
    }
  }, { once: true });
}`;
