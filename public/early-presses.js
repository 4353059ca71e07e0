// A press before the page's code has arrived would go nowhere. This file is small and comes first: it remembers which
// buttons were pressed, and presses them again, in their order, when the page says that it listens.
if (!window.pageListens) {
  // Who pressed longer ago than this has seen that nothing happened, and may have changed their mind.
  const freshMs = 10_000;
  const pressed = [];
  const remember = ({ target, timeStamp }) => {
    const button = target instanceof Element && target.closest("button:not([type=submit])");
    if (button) pressed.push({ button, timeStamp });
  };
  window.addEventListener("click", remember, true);
  window.addEventListener(
    "page-listens",
    () => {
      window.removeEventListener("click", remember, true);
      for (const { button, timeStamp } of pressed) {
        if (button.isConnected && performance.now() - timeStamp < freshMs) button.click();
      }
    },
    { once: true },
  );
}
