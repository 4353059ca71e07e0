import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { inTurn, type Figure } from "./figure";
import { withMember } from "./browser";
import { withApp } from "./platform";

/** A phone of the middle class on a slow line: four times slower, 1.6 Mbit/s, 150 ms away. */
const slow = { cpu: 4, bytesPerSecond: 200_000, latencyMs: 150 };
const rounds = 5;

export const dashboardPaintFigure: Figure = {
  name: "largest paint of the dashboard, and how much it shifts, on a slow phone and line",
  baseline: "a static page of the same pixels: its own HTML and styles, without its code",
  bar: { atMost: 1.3 },
  measure: () =>
    withApp(({ appUrl }) =>
      withMember(appUrl, async (page, browser) => {
        await page.waitForSelector('[data-widget="metrics"] dd');
        const address = page.url();
        const server = await serve(await stillOf(page));
        let shift = 0;
        const paint = async (url: string) => {
          const painted = await paintOf(browser, page, url);
          if (url === address) shift = Math.max(shift, painted.shift);
          return painted.paint;
        };
        const still = `http://localhost:${portOf(server)}/`;
        const { ours, baseline } = await inTurn(
          rounds,
          () => paint(address),
          () => paint(still),
        );
        server.close();
        if (shift > 0) throw new Error(`the dashboard shifts by ${shift.toFixed(4)}`);
        return {
          ratio: ours / baseline,
          detail: `${Math.round(ours)} ms of ${Math.round(baseline)} ms; nothing shifts`,
        };
      }),
    ),
};

/** The page as it stands, with its styles in it and without its code. */
const stillOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    const styles = await Promise.all(sheets.map(async ({ href }) => (await fetch(href)).text()));
    const still = document.documentElement.cloneNode(true);
    if (!(still instanceof HTMLElement)) throw new Error("a page is an element");
    for (const gone of still.querySelectorAll("script, link")) gone.remove();
    still.querySelector("head")?.insertAdjacentHTML("beforeend", `<style>${styles.join("\n")}</style>`);
    return `<!doctype html>${still.outerHTML}`;
  });

async function serve(html: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return server;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

/** When the largest paint of a first visit came, in ms, and the sum of its shifts. */
async function paintOf(browser: Browser, signedIn: Page, url: string) {
  const context = await browser.newContext({
    storageState: await signedIn.context().storageState(),
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: slow.latencyMs,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow.cpu });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForSelector('[data-widget="metrics"] dd');
  await page.waitForLoadState("networkidle");
  const painted = await page.evaluate(
    () =>
      new Promise<{ paint: number; shift: number }>((resolve) => {
        const found = { paint: 0, shift: 0 };
        new PerformanceObserver((list) => {
          found.paint = list.getEntries().at(-1)?.startTime ?? found.paint;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ("value" in entry && typeof entry.value === "number") found.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(found)));
      }),
  );
  await context.close();
  return painted;
}
