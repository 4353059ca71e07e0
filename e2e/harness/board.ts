import type { Locator, Page } from "@playwright/test";

export const card = (page: Page, widget: string) => page.locator(`[data-widget="${widget}"]`);
/** The widgets as they are seen, first to last. */
export const order = (page: Page) =>
  page.locator("[data-widget]").evaluateAll((cards) =>
    cards
      .map((one) => ({
        name: one.getAttribute("data-widget") ?? "",
        at: Number(getComputedStyle(one).order),
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name),
  );
/** The middle of something on the page, and where it begins and how wide it is, in px. */
export const midOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...{ left: box.x, width: box.width } };
};
