import type { Page } from "@playwright/test";
import {
  countActions,
  fiveSwitches,
  openSettings,
  press,
  pressAll,
  saved,
  switches,
  withMember,
} from "./browser";
import { inTurn, timed, type Figure } from "./figure";
import { withApp } from "./platform";
import { expectStored, opposite, shownSwitches, storedSwitches } from "./stored-switches";

const networkDelayMs = 300;
const roundTrips = 2;

/** Makes five quick edits and waits until the last is stored. */
async function burst(page: Page) {
  await pressAll(page, fiveSwitches);
  await page.getByRole("status", { name: "Saving" }).filter({ hasText: "Saving" }).waitFor();
  await saved(page);
}

/** Makes the same edits like a form that awaits each action before it sends the next. */
async function serially(page: Page) {
  for (const name of fiveSwitches) {
    await press(page, name);
    await page.getByRole("status", { name: "Saving" }).filter({ hasText: "Saving" }).waitFor();
    await saved(page);
  }
}

export const editBurstFigure: Figure = {
  name: "five quick edits until durable, 300 ms of network, time",
  baseline: "the same five edits, each action awaited before the next",
  bar: { atMost: 0.5 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        await openSettings(page, appUrl);
        const actions = await countActions(page, networkDelayMs);
        const measured = async (edit: (page: Page) => Promise<void>) => {
          const turned = opposite(await shownSwitches(page, switches));
          actions.take();
          const ms = await timed(() => edit(page));
          expectStored(await storedSwitches(platform), turned);
          return { ms, sent: actions.take() };
        };
        let most = 0;
        const ours = async () => {
          const { ms, sent } = await measured(burst);
          most = Math.max(most, sent);
          return ms;
        };
        const times = await inTurn(8, ours, async () => (await measured(serially)).ms);
        if (most > roundTrips) throw new Error(`five edits took ${most} round trips`);
        const detail = `${times.ours.toFixed(0)} ms in at most ${most} round trips against ${times.baseline.toFixed(0)} ms in 5`;
        return { ratio: times.ours / times.baseline, detail };
      }),
    ),
};
