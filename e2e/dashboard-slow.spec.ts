import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { signIn, untilTakenOver } from "./harness/steps";

/** A line as of a phone between two masts. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 100_000,
} as const;

for (const width of [360, 1100, 1440])
  test(`on a slow line what the server drew stays on the page while React takes it over, at ${width} px`, async ({
    page,
  }) => {
    const owner = await newOwner("Sloane");
    await signIn(page, owner);
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () =>
        Object.assign(window, { drawn: [...document.querySelectorAll("main [data-widget] > *")] }),
      );
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", slowLine);
    await page.goto(`/dashboard/${owner.projectId}`);
    await untilTakenOver(page);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    const gone = await page.evaluate(() => {
      const drawn: unknown = Reflect.get(window, "drawn");
      if (!Array.isArray(drawn) || drawn.length === 0) throw new Error("the server drew no card");
      return drawn.filter((one) => one instanceof Element && !one.isConnected).length;
    });
    expect(gone).toBe(0);
  });
