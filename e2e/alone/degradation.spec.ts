import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { noServer, signInEnded } from "../harness/console";
import { change } from "../harness/changes";
import { untilRemembered } from "../harness/device";
import { faults, type Said } from "./faults";
import { newOwner } from "../harness/people";
import type { Section } from "../harness/rows";
import {
  isOff,
  open,
  openBell,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
} from "../harness/steps";

type SettingsPage = {
  name: string;
  section: Section;
  /** Switched before the fault, and in it. */
  before: string;
  pressed: string;
  /** What stands in the row before, and in the end. */
  stored: Record<string, object>;
  wanted: Record<string, object>;
};

/** The pages that are gone through under each fault, by their links. */
const settingsPages: [SettingsPage, SettingsPage, SettingsPage] = [
  {
    name: "Notifications",
    section: "notifications",
    before: "Email: Lead updates",
    pressed: "In the app: Meeting reminders",
    stored: { email_notifications: { leadUpdates: false } },
    wanted: {
      email_notifications: { leadUpdates: false },
      in_app_notifications: { meetingReminders: false },
    },
  },
  {
    name: "Dashboard",
    section: "dashboard",
    before: "Targets",
    pressed: "Insights",
    stored: { widget_visibility: { performanceTargets: false } },
    wanted: { widget_visibility: { performanceTargets: false, insights: false } },
  },
  {
    name: "Preferences",
    section: "preferences",
    before: "Age of leads",
    pressed: "Quick keys",
    stored: { feature_preferences: { betaFeatures: true, leadAge: false } },
    wanted: { feature_preferences: { betaFeatures: true, leadAge: false, quickKeys: false } },
  },
];

for (const fault of faults) {
  test(`${fault.name}: open, toggle, reload and reconnect each say what is true, and the row gets the edit`, async ({
    page,
    context,
    platform,
    complaints,
    rows,
  }) => {
    complaints.expect(noServer);
    complaints.expect(signInEnded);
    const owner = await newOwner("Dana");
    const [first, ...rest] = settingsPages;
    for (const { section, stored } of settingsPages) await change(owner, section, stored);
    await signIn(page, owner);
    await open(page, "/settings/dashboard");
    await untilRemembered(page, owner);
    await fault.strike({ platform, context });

    await test.step("open", async () => {
      await open(page, "/settings/notifications");
      await says(page, fault.open);
      await fault.proof?.(page);
    });
    await test.step("toggle", async () => {
      for (const { name, before, pressed } of settingsPages) {
        if (name !== first.name) await settingsLink(page, name).click();
        if (fault.open !== "defaults") await isOff(settingSwitch(page, before));
        await settingSwitch(page, pressed).click();
        await isOff(settingSwitch(page, pressed));
      }
      await expect(savingLine(page)).toHaveText(fault.toggle);
    });
    await test.step("reload", async () => {
      if (fault.reload === "asks") await stayWhenAsked(page);
      else await page.reload();
      await isOff(settingSwitch(page, rest[1].pressed));
      await says(page, fault.reload === "asks" ? fault.open : fault.reload.said);
      await expect(savingLine(page)).toHaveText(fault.reload === "asks" ? fault.toggle : fault.reload.line);
    });
    await test.step("reconnect", async () => {
      await fault.mend({ platform, context });
      await expect(savingLine(page)).toHaveText("Saved", { timeout: 20_000 });
      await says(page, "fresh");
      for (const { name, section, before, pressed, wanted } of settingsPages.toReversed()) {
        await settingsLink(page, name).click();
        await isOff(settingSwitch(page, before));
        await isOff(settingSwitch(page, pressed));
        expect(await rows.stored(section, owner.userId)).toEqual(wanted);
      }
    });
  });
}

test("what another device changes while realtime is down shows when it is back", async ({
  page,
  platform,
}) => {
  const owner = await newOwner("Dora");
  await signIn(page, owner);
  await openDashboardSettings(page);
  const live = (await openBell(page)).getByRole("status");
  await expect(live).toHaveText("Live");
  await platform.cutSockets();
  await expect(live).not.toHaveText("Live");
  await change(owner, "dashboard", { widget_visibility: { insights: false } });
  await platform.allowSockets();
  await expect(live).toHaveText("Live");
  await page.keyboard.press("Escape");
  await isOff(settingSwitch(page, "Insights"));
});

const settingsLink = (page: Page, name: string) =>
  page.getByRole("group", { name: "Settings" }).getByRole("link", { name, exact: true });

/** The banner's words, or that there is none. */
async function says(page: Page, said: Said) {
  const banners = {
    cached: "The server cannot be reached",
    defaults: "Your settings cannot be read right now",
  };
  for (const [state, words] of Object.entries(banners))
    await expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(state === said ? 1 : 0, {
      timeout: 20_000,
    });
}

/** Loads the page anew and stays when the browser asks whether to leave. */
async function stayWhenAsked(page: Page) {
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
}
