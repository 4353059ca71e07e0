import type { Page } from "@playwright/test";
import { z } from "zod";
import type { Platform } from "../local/start";
import { openSettings, withMember } from "./browser";
import { percentile, type Figure } from "./figure";
import { withApp } from "./platform";

const samples = 100;
const slowdown = 4;
const budgetMs = 60;

declare global {
  interface Window {
    painted: number[];
  }
}

/**
 * Notes, for each press of a switch, the milliseconds until the first frame that shows its new state was handed over.
 * Source text, because the compiler of these files adds names that the page does not know.
 */
const noting = `
  window.painted = [];
  let pressed = 0;
  document.addEventListener("click", (event) => (pressed = event.timeStamp), { capture: true });
  new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.painted.push(performance.now() - pressed);
    port2.postMessage(null);
  })).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["aria-checked"] });
`;

/** The component of the original design document: it awaits the service and then sets the state. */
const awaitThenSet = (url: string, key: string, token: string) => `
  const control = document.createElement("button");
  control.setAttribute("aria-checked", "true");
  control.textContent = "Await, then set";
  control.addEventListener("click", async () => {
    const on = control.getAttribute("aria-checked") !== "true";
    await fetch("${url}/rest/v1/rpc/patch_dashboard_settings", {
      method: "POST",
      headers: { apikey: "${key}", authorization: "Bearer ${token}", "content-type": "application/json" },
      body: JSON.stringify({
        scope: { project_id: null }, patch: { widget_visibility: { insights: on } }, op_id: crypto.randomUUID(),
      }),
    });
    control.setAttribute("aria-checked", String(on));
  });
  document.querySelector("main").prepend(control);
`;

const session = z.object({ access_token: z.string() });

async function memberToken({ urls, keys }: Platform): Promise<string> {
  const answer = await fetch(`${urls.api}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: keys.publishable, "content-type": "application/json" },
    body: JSON.stringify({ email: "member@demo.local", password: "demo-demo-demo" }),
  });
  return session.parse(await answer.json()).access_token;
}

/** Presses with the mouse, one press after the paint of the last. */
async function press(page: Page, name: string, role: "switch" | "button"): Promise<number[]> {
  const control = page.getByRole(role, { name, exact: true });
  await page.evaluate("void (window.painted.length = 0)");
  for (let sample = 1; sample <= samples; sample += 1) {
    await control.click();
    await page.waitForFunction((count) => window.painted.length >= count, sample);
  }
  return page.evaluate(() => window.painted);
}

export const togglePaintFigure: Figure = {
  name: `a switch from press to paint, CPU slowed ${slowdown} times, 98th percentile`,
  baseline: "the component of the original document: await the service, then set the state",
  bar: { atMost: 1 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        await openSettings(page, appUrl);
        await page.evaluate(noting);
        await page.evaluate(
          awaitThenSet(platform.urls.api, platform.keys.publishable, await memberToken(platform)),
        );
        const devtools = await page.context().newCDPSession(page);
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
        const ours = await press(page, "Insights", "switch");
        const baseline = await press(page, "Await, then set", "button");
        const words = (times: number[]) =>
          `${percentile(98, times).toFixed(0)} ms (median ${percentile(50, times).toFixed(0)})`;
        const detail = `${words(ours)} against ${words(baseline)}, ${samples} presses, bar ${budgetMs} ms`;
        if (percentile(98, ours) > budgetMs) throw new Error(`too slow: ${detail}`);
        return { ratio: percentile(98, ours) / percentile(98, baseline), detail };
      }),
    ),
};
