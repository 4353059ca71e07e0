import type { Page } from "@playwright/test";
import { countActions, fiveSwitches, openSettings, press, saved, withMember } from "./browser";
import type { Figure } from "./figure";
import { withApp } from "./platform";
import { expectStored, opposite, shownSwitches, storedSwitches } from "./stored-switches";

const edits = 100;
/** Four, so that each is pressed 25 times, an odd number: it ends as the opposite of what it was. */
const pressed = fiveSwitches.slice(0, 4);

/** Answers when the line says that edits wait on this device. */
const keptHere = (page: Page) =>
  page.getByRole("status", { name: "Saving" }).filter({ hasText: "Kept on this device" }).waitFor();

export const offlineFlushFigure: Figure = {
  name: "100 edits made offline, round trips to store them",
  baseline: "one action for each edit",
  bar: { atMost: 3 / edits },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        await openSettings(page, appUrl);
        const actions = await countActions(page, 0);
        const [before, shown] = [await storedSwitches(platform), await shownSwitches(page, pressed)];
        await page.context().setOffline(true);
        for (let edit = 0; edit < edits; edit += 1)
          await press(page, pressed[edit % pressed.length] ?? "Insights");
        await keptHere(page);
        actions.take();
        await page.context().setOffline(false);
        await saved(page);
        const sent = actions.take();
        if (sent === 0) throw new Error("nothing was sent");
        expectStored(await storedSwitches(platform), { ...before, ...opposite(shown) });
        return { ratio: sent / edits, detail: `${sent} round trips for ${edits} edits` };
      }),
    ),
};
