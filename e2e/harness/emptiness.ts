import type { Locator, Page } from "@playwright/test";

/** More than so many px between two things of a card is room that nothing uses. */
const spacing = 40;

/**
 * The share of each card's height that nothing uses, by its widget. Text, drawings and whatever has a colour of its own use
 * the height that they take; space between them beyond the usual one is unused.
 */
export async function emptiness(page: Page): Promise<Record<string, number>> {
  const cards = await page.locator("[data-widget]").all();
  const measured = await Promise.all(cards.map(async (card) => [await nameOf(card), await unused(card)]));
  return Object.fromEntries(measured);
}

const nameOf = async (card: Locator) => (await card.getAttribute("data-widget")) ?? "";

const unused = (card: Locator): Promise<number> =>
  card.evaluate((element, usual) => {
    const whole = element.getBoundingClientRect();
    const boxes: DOMRect[] = [];
    for (const part of element.querySelectorAll("*")) {
      if (!part.checkVisibility() || part.closest(".sr-only, [data-resize]")) continue;
      const isColoured = getComputedStyle(part).backgroundColor !== "rgba(0, 0, 0, 0)";
      if (isColoured || part.matches("svg")) boxes.push(part.getBoundingClientRect());
      for (const node of part.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === "") continue;
        const range = document.createRange();
        range.selectNode(node);
        boxes.push(...range.getClientRects());
      }
    }
    let [end, sum] = [whole.top, 0];
    for (const { top, bottom } of boxes.sort((a, b) => a.top - b.top)) {
      sum += Math.max(0, Math.min(top, whole.bottom) - end - usual);
      end = Math.min(Math.max(end, bottom), whole.bottom);
    }
    return (sum + Math.max(0, whole.bottom - end - usual)) / whole.height;
  }, spacing);
