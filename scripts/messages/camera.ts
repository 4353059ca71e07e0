import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { root } from "../root";
import { pictureOf, picturesFolder } from "./pictures";

/** Takes small pictures of what is open, each under the name of its place and its language. */
export type Camera = {
  /** The whole page, however long. */
  page(page: Page, id: string): Promise<void>;
  /** One part of what is in sight. */
  part(part: Locator, id: string): Promise<void>;
};

export const noCamera: Camera = { page: async () => {}, part: async () => {} };

export function emptyPictures() {
  rmSync(join(root, picturesFolder), { recursive: true, force: true });
  mkdirSync(join(root, picturesFolder), { recursive: true });
}

export function cameraOf(locale: string): Camera {
  return {
    async page(page, id) {
      const { width, height } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        height: document.documentElement.scrollHeight,
      }));
      await take(page, { x: 0, y: 0, width, height }, pictureOf(id, locale));
    },
    async part(part, id) {
      const box = await part.boundingBox();
      // The box counts from the edge of the window, the picture from that of the page.
      const scrolled = await part.page().evaluate(() => ({ x: scrollX, y: scrollY }));
      if (box)
        await take(
          part.page(),
          { ...box, x: box.x + scrolled.x, y: box.y + scrolled.y },
          pictureOf(id, locale),
        );
    },
  };
}

type Box = { x: number; y: number; width: number; height: number };

/** Playwright takes no pictures in WebP, which is a third of JPEG for pages of words. */
async function take(page: Page, box: Box, file: string) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 45,
    captureBeyondViewport: true,
    clip: { ...box, scale: 1 },
  });
  await session.detach();
  writeFileSync(join(root, file), Buffer.from(data, "base64"));
}
