/**
 * Stands in the page itself, before all its code: a file would wait in line behind the page's chunks, and a press before
 * the file would go nowhere. The script remembers which buttons were pressed, and presses them again, in their order,
 * when the page says that it listens. A part of the page whose code comes later is asleep (`data-asleep`), and says so itself.
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
  const asleep = (button) => button.closest("[data-asleep]");
  const buttonsOf = (part) => [...part.querySelectorAll("button")];
  // React may have drawn the part anew meanwhile: then it is the button at the same place, if it is called the same.
  const presentOf = ({ button, part, place }) => {
    if (button.isConnected || !part) return button;
    const other = buttonsOf(part)[place];
    const nameOf = (one) => one.ariaLabel ?? one.textContent;
    return other && nameOf(other) === nameOf(button) ? other : button;
  };
  const remember = (event) => {
    const { target } = event;
    const button = target instanceof Element && target.closest("button:not([type=submit])");
    const part = button && asleep(button);
    if (button && (!window.pageListens || part))
      pressed.push({ button, event, part, place: part && buttonsOf(part).indexOf(button) });
  };
  for (const type of types) window.addEventListener(type, remember, true);
  window.addEventListener("page-listens", ({ target }) => {
    for (const press of pressed.splice(0)) {
      const { event } = press;
      const button = presentOf(press);
      const isOver = event.eventPhase === Event.NONE;
      if (!isOver || performance.now() - event.timeStamp >= freshMs) continue;
      if (press.part && press.part !== target) pressed.push(press);
      else if (button.isConnected) button.dispatchEvent(new event.constructor(event.type, event));
    }
  });
}`;
