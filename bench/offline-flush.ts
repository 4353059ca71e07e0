import { countActions, fiveSwitches, openSettings, press, saved, withMember } from "./browser";
import type { Figure } from "./figure";
import { withApp } from "./platform";

const edits = 100;

export const offlineFlushFigure: Figure = {
  name: "100 edits made offline, round trips to store them",
  baseline: "one action for each edit",
  bar: { atMost: 3 / edits },
  measure: () =>
    withApp(({ appUrl }) =>
      withMember(appUrl, async (page) => {
        await openSettings(page, appUrl);
        const actions = await countActions(page, 0);
        await page.context().setOffline(true);
        for (let edit = 0; edit < edits; edit += 1) {
          // An uneven share, so that about half of the keys end up changed.
          await press(page, fiveSwitches[(edit * edit) % fiveSwitches.length] ?? "Insights");
        }
        actions.take();
        await page.context().setOffline(false);
        await saved(page);
        const sent = actions.take();
        return { ratio: sent / edits, detail: `${sent} round trips for ${edits} edits` };
      }),
    ),
};
