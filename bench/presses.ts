import type { Page } from "@playwright/test";
import { saved } from "./browser";
import { timeToPaint, type Press, type TimedEvent } from "./to-paint";

export const slowdown = 4;
const pressesPerRound = 10;

declare global {
  interface Window {
    presses: Press[];
    timed: TimedEvent[];
  }
}

/**
 * Notes for each press when the control's state changed and when the first frame with it had been handed over. The
 * script is text, because the compiler of this file adds names that the page does not know.
 */
export const noting = `
  window.presses = [];
  window.timed = [];
  let [at, control, changed] = [0, null, 0];
  const { port1: drawn, port2: frame } = new MessageChannel();
  drawn.onmessage = () => {
    window.presses.push({ at, changed, painted: performance.now() });
    window.tellPainted();
  };
  const press = ({ timeStamp, target }) => ([at, control] = [timeStamp, target.closest("[aria-checked]")]);
  document.addEventListener("click", press, { capture: true });
  new MutationObserver((changes) => {
    if (!changes.some(({ target }) => target === control)) return;
    changed = performance.now();
    requestAnimationFrame(() => frame.postMessage(null));
  }).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["aria-checked"] });
  new PerformanceObserver((list) => {
    for (const { name, interactionId: interaction, startTime, processingEnd, duration } of list.getEntries())
      window.timed.push({ name, interaction, at: startTime, processed: processingEnd, duration });
  }).observe({ type: "event", durationThreshold: 16 });
`;

/** Four presses a second: quicker than people, yet the work after a press ends before the next one. */
const pauseMs = 250;

export type Painted = { next: () => Promise<void> };

/**
 * The page reports each paint of a press. Asking the page would distort the time: a query between a press and its paint
 * runs on the slowed thread that paints.
 */
export async function hearPaints(page: Page): Promise<Painted> {
  let hear = () => {};
  await page.exposeFunction("tellPainted", () => hear());
  return { next: () => new Promise((resolve) => (hear = resolve)) };
}

/** Presses with the mouse, each press after the paint of the last; answers the ms from each press to its paint. */
export async function press(
  page: Page,
  painted: Painted,
  role: "switch" | "button",
  name: string,
): Promise<number[]> {
  await saved(page);
  await page.getByRole(role, { name, exact: true }).hover();
  await page.evaluate("void (window.presses.length = window.timed.length = 0)");
  for (let count = 1; count <= pressesPerRound; count += 1) {
    const shown = painted.next();
    // page.mouse, because a click on a locator adds Playwright's own listeners to the measured time.
    await page.mouse.down();
    await page.mouse.up();
    await shown;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  // The browser reports an event shortly after its paint, well before the last press is saved.
  await saved(page);
  const { presses, timed } = await page.evaluate(() => ({ presses: window.presses, timed: window.timed }));
  return presses.map((each) => timeToPaint(each, timed));
}
