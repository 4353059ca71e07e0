import type { Page } from "@playwright/test";
import { countActions, openSettings, press, saved, switches, withMember } from "./browser";
import type { Figure } from "./figure";
import { withApp } from "./platform";
import { expectStored, opposite, shownSwitches, storedSwitches, type SwitchColumn } from "./stored-switches";

type EditedPage = {
  path: string;
  column: SwitchColumn;
  switches: ReadonlyMap<string, string>;
  times: number;
};

/** A hundred edits in three sections. Each switch is pressed an odd number of times and so ends as the opposite. */
const editedPages: readonly EditedPage[] = [
  {
    path: "/settings/notifications",
    column: { table: "user_notification_settings", name: "email_notifications" },
    switches: new Map([
      ["Email: Lead updates", "leadUpdates"],
      ["Email: Meeting reminders", "meetingReminders"],
      ["Email: Calendly bookings", "calendlyBookings"],
      ["Email: Heat changes", "heatProgressions"],
    ]),
    times: 5,
  },
  {
    path: "/settings/preferences",
    column: { table: "user_app_preferences", name: "feature_preferences" },
    switches: new Map([
      ["Beta features", "betaFeatures"],
      ["Quick keys", "quickKeys"],
      ["Age of leads", "leadAge"],
    ]),
    times: 5,
  },
  {
    path: "/settings/dashboard",
    column: { table: "user_dashboard_settings", name: "widget_visibility" },
    switches,
    times: 13,
  },
];
const edits = editedPages.reduce((sum, page) => sum + page.times * page.switches.size, 0);

/** Waits until pages can be opened without a network. */
const readyForOffline = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Waits until the status line says that edits wait on this device. */
const keptHere = (page: Page) =>
  page.getByRole("status", { name: "Saving" }).filter({ hasText: "Kept on this device" }).waitFor();

/** Opens a page without a network and edits it; answers the values that must be stored later. */
async function editPage(page: Page, appUrl: string, edited: EditedPage) {
  await page.goto(appUrl + edited.path);
  const names = [...edited.switches.keys()];
  await page.getByRole("switch", { name: names[0], exact: true }).waitFor();
  const shown = await shownSwitches(page, edited.switches);
  for (let time = 0; time < edited.times; time += 1) for (const name of names) await press(page, name);
  await keptHere(page);
  return { ...edited, wanted: opposite(shown) };
}

export const offlineFlushFigure: Figure = {
  name: `${edits} edits made offline in three sections, round trips to store them`,
  baseline: "one action for each edit",
  bar: { atMost: 3 / edits },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        for (const { path } of editedPages) await openSettings(page, appUrl, path);
        await readyForOffline(page);
        const actions = await countActions(page, 0);
        const before = await Promise.all(editedPages.map(({ column }) => storedSwitches(platform, column)));
        await page.context().setOffline(true);
        const done = [];
        for (const edited of editedPages) done.push(await editPage(page, appUrl, edited));
        actions.take();
        await page.context().setOffline(false);
        await saved(page);
        const sent = actions.take();
        if (sent === 0) throw new Error("the device sent no server action after it came back online");
        for (const [index, { column, wanted }] of done.entries())
          expectStored(await storedSwitches(platform, column), { ...before[index], ...wanted });
        return { ratio: sent / edits, detail: `${sent} round trips for ${edits} edits` };
      }),
    ),
};
