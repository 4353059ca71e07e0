import { expect, type Locator, type Page } from "@playwright/test";

/** What a person sees of the focus after a key. */
type Seen = { on: string; visited: boolean; fault: string | null };

/**
 * Looks at where the focus is, in the page. Visible: an outline of its own or of the label around it, the mark of a
 * menu's item, or the caret of a field. Not lost: somewhere, on the screen, and under nothing.
 */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body)
      return { on: "nothing", visited: false, fault: null };
    // A field for a time has several stops in one.
    const isStill = active.dataset.walked === "last";
    const visited = "walked" in active.dataset && !isStill;
    for (const last of document.querySelectorAll<HTMLElement>("[data-walked=last]")) last.dataset.walked = "";
    active.dataset.walked = "last";
    const label = active.closest("label");
    const hasRing = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    };
    const isSeen =
      hasRing(active) ||
      hasRing(label) ||
      active.matches("[data-highlighted], [role=dialog], main, input[type=text], textarea");
    const { left, right, top, bottom } = (label ?? active).getBoundingClientRect();
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
    const onScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const above = document.elementFromPoint(x, y);
    const frame = active.closest("label, tr, li, [role=option]") ?? active;
    const isOpen = above !== null && (frame.contains(above) || above.contains(frame));
    const fault = !isSeen
      ? "cannot be seen to have the focus"
      : !onScreen
        ? "has the focus off the screen"
        : !isOpen
          ? `has the focus under ${above?.outerHTML.slice(0, 120)}`
          : null;
    const name = active.getAttribute("aria-label") ?? active.textContent ?? "";
    return { on: `${active.tagName.toLowerCase()} "${name.slice(0, 60)}"`, visited, fault };
  });

/** What could be worked with a mouse and has not been reached. A group of radios is reached with one of them. */
const unreached = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      "a[href], button, input:not([type=hidden]), select, textarea, [role=switch], [role=combobox], [tabindex='0']",
    );
    const isShown = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[inert], [aria-hidden=true]");
    const isReached = (element: HTMLElement) =>
      "walked" in element.dataset ||
      (element instanceof HTMLInputElement &&
        element.type === "radio" &&
        document.querySelector(`input[name="${CSS.escape(element.name)}"][data-walked]`) !== null);
    return [...all]
      .filter((element) => isShown(element) && !element.matches(":disabled, [tabindex='-1']"))
      .filter((element) => !isReached(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });

/** Tabs once through the whole page. Everything that can be worked is reached, and the focus is seen all the way. */
export async function walk(page: Page) {
  const faults: string[] = [];
  for (let steps = 0, outside = 0; steps < 300 && outside < 2; steps++) {
    await page.keyboard.press("Tab");
    const { on, visited, fault } = await look(page);
    if (visited) break;
    // After the last thing on the page comes the browser's own bar.
    if (on === "nothing") outside++;
    if (fault) faults.push(`${on} ${fault}`);
  }
  expect(faults, `the focus on ${page.url()}`).toEqual([]);
  expect(await unreached(page), `not reached by Tab on ${page.url()}`).toEqual([]);
}

/** Menus move their focus in a timer after the key. Looked at between two keys, a focus still on its way is passed by. */
const focusSettles = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));

/** Tabs on, or goes by another key, until the target has the focus. Of several the first that is reached. */
export async function tabTo(page: Page, target: Locator, key = "Tab") {
  await expect(target.first()).toBeVisible();
  const focused = target.and(page.locator(":focus"));
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press(key);
    await focusSettles(page);
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`${key} never reached ${target.toString()}`);
}

/** After a deed the focus is somewhere, and can be seen there. */
export const isNotLost = (page: Page) =>
  expect
    .poll(async () => {
      const { on, fault } = await look(page);
      return on === "nothing" ? "lost" : fault;
    })
    .toBeNull();
