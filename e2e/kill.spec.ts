import type { BrowserContext, Page } from "@playwright/test";
import { seededRandom, type Random } from "../scripts/seed/random";
import { expect, test } from "./fixtures";
import { type Owner, newOwner } from "./harness/people";
import { ownBrowser } from "./harness/own-browser";
import type { Rows } from "./harness/rows";
import { holdSignIn } from "./harness/auth-cookies";
import { openDashboardSettings, savingLine, settingSwitch } from "./harness/steps";

/** How often the browser dies; `npm run soak` sets 200. */
const kills = Number(process.env.KILLS ?? "10");

const widgets = {
  "Key metrics": "metrics",
  "Monthly performance": "monthlyPerformance",
  "Leads and conversions": "leadsConversions",
  "Revenue by channel": "revenueChannel",
  "Recent activity": "recentActivity",
  Insights: "insights",
  Targets: "performanceTargets",
} as const;
const names = Object.keys(widgets).filter((name): name is keyof typeof widgets => name in widgets);

type Wanted = Record<string, boolean>;

/** Presses one to four switches without a network, until the screen says that all of them are kept. */
async function edit(page: Page, random: Random, wanted: Wanted): Promise<number> {
  const chosen = names.filter(() => random.chance(0.5)).slice(0, 4);
  const pressed = chosen.length > 0 ? chosen : names.slice(0, 1);
  for (const name of pressed) {
    await settingSwitch(page, name).click();
    wanted[widgets[name]] = !(wanted[widgets[name]] ?? true);
  }
  await expect(savingLine(page)).toHaveText(`Kept on this device, ${pressed.length} waiting`);
  return pressed.length;
}

const recorded = async (rows: Rows, { userId }: Owner) => (await rows.recordedPaths(userId)).length;

test.setTimeout(60_000 + kills * 30_000);

test(`${kills} times killed after it said "kept": no edit is lost, none is applied twice`, async ({
  context,
  rows,
}) => {
  const owner = await newOwner("Kira");
  await holdSignIn(context, owner);
  const cookies = await context.cookies();
  const random = seededRandom(20261122);
  const browser = ownBrowser();
  const wanted: Wanted = {};
  let edits = 0;
  try {
    let page = await openSettings(await browser.start(cookies));
    for (let round = 0; round < kills; round += 1) {
      await page.context().setOffline(true);
      edits += await edit(page, random, wanted);
      // Half of them die while the network is coming back: before, during or after the request.
      if (random.chance(0.5)) await comesBack(page, random);
      await browser.kill();

      // The one that finds what was kept is the next to be killed.
      page = await openSettings(await browser.start(cookies));
      await expect
        .poll(() => rows.dashboardOverrides(owner.userId, null), `the row after round ${round}`)
        .toMatchObject({ widget_visibility: wanted });
      await expect(savingLine(page)).toHaveText("Saved");
      for (const name of names) {
        const state = String(wanted[widgets[name]] ?? true);
        const message = `${name} in round ${round}`;
        await expect(settingSwitch(page, name), message).toHaveAttribute("aria-checked", state);
      }
      expect(await recorded(rows, owner), `what is recorded after round ${round}`).toBe(edits);
    }
  } finally {
    await browser.remove();
  }
});

async function openSettings(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openDashboardSettings(page);
  return page;
}

/** The network returns and the browser is left alone for 0 to 80 of its own tasks, in which it may get anywhere. */
async function comesBack(page: Page, random: Random) {
  await page.context().setOffline(false);
  await page.evaluate(
    async (tasks) => {
      for (let task = 0; task < tasks; task += 1) {
        const { port1, port2 } = new MessageChannel();
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      }
    },
    random.between(0, 80),
  );
}
