import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { installTools } from "../local/npm-tools";
import { withMember } from "./browser";
import { median, type Figure } from "./figure";
import { withApp } from "./platform";
import { slowdown } from "./presses";

const rounds = 5;
const moves = 90;
const fewest = 50;

/** Our layout, as gridstack takes it: eight cards on twelve columns. */
const cards = [
  [0, 0, 12, 2],
  [0, 2, 8, 4],
  [8, 2, 4, 4],
  [0, 6, 6, 3],
  [6, 6, 6, 3],
  [0, 9, 4, 4],
  [4, 9, 4, 4],
  [8, 9, 4, 4],
] as const;

/** A page with the peer's grid; its cards hold a heading and a list, where ours hold charts. */
async function peerPage(browser: Browser, folder: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1800 } });
  const list = "<ul>" + "<li>A line of a list</li>".repeat(6) + "</ul>";
  const items = cards.map(
    ([x, y, w, h]) =>
      `<div class="grid-stack-item" gs-x="${x}" gs-y="${y}" gs-w="${w}" gs-h="${h}"><div class="grid-stack-item-content"><h2>Card</h2>${list}</div></div>`,
  );
  await page.setContent(`<main><div class="grid-stack">${items.join("")}</div></main>`);
  const dist = join(folder, "node_modules", "gridstack", "dist");
  await page.addStyleTag({ path: join(dist, "gridstack.min.css") });
  await page.addScriptTag({ path: join(dist, "gridstack-all.js") });
  await page.evaluate("GridStack.init({ cellHeight: 70 })");
  return page;
}

/** Frames a second while the mouse carries what is under `from` about the page and back. */
async function framesOf(page: Page, from: { x: number; y: number }): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number) =>
    devtools.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await mouse("mousePressed", from.x, from.y);
  await mouse("mouseMoved", from.x + 20, from.y + 20);
  const counted = page.evaluate(
    `new Promise((done) => {
      let frames = 0; const start = performance.now(); window.stopCounting = false;
      const next = () => { frames += 1; window.stopCounting ? done(frames / ((performance.now() - start) / 1000)) : requestAnimationFrame(next); };
      requestAnimationFrame(next);
    })`,
  );
  for (let move = 0; move < moves; move += 1) {
    const turn = (move / moves) * 2 * Math.PI;
    await mouse("mouseMoved", 700 + 300 * Math.cos(turn), 500 + 250 * Math.sin(turn));
  }
  await page.evaluate("window.stopCounting = true");
  const frames = Number(await counted);
  await page.keyboard.press("Escape");
  await mouse("mouseReleased", from.x, from.y);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await devtools.detach();
  return frames;
}

const middleOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 15) };
};

export const dragFramesFigure: Figure = {
  name: `frames a second while a card is carried, CPU slowed ${slowdown} times`,
  baseline: "gridstack 14.1.0, eight cards of text, in the same browser",
  bar: { atLeast: 0.95 },
  measure: () =>
    withApp(({ appUrl }) =>
      withMember(appUrl, async (page, browser) => {
        const tools = await installTools(["gridstack@14.1.0"]);
        try {
          await page.setViewportSize({ width: 1440, height: 1800 });
          await page.waitForSelector('[data-widget="insights"] li');
          const peer = await peerPage(browser, tools.folder);
          const [ours, theirs]: [number[], number[]] = [[], []];
          for (let round = 0; round < rounds; round += 1) {
            await page.bringToFront();
            ours.push(
              await framesOf(page, await middleOf(page, '[data-widget="leadsConversions"] [data-move]')),
            );
            await peer.bringToFront();
            theirs.push(await framesOf(peer, await middleOf(peer, ".grid-stack-item h2")));
          }
          const detail = `${median(ours).toFixed(0)} against ${median(theirs).toFixed(0)}, at least ${fewest}`;
          if (median(ours) < fewest) throw new Error(`too few: ${detail}`);
          return { ratio: median(ours) / median(theirs), detail };
        } finally {
          tools.remove();
        }
      }),
    ),
};
