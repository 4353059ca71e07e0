import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { noServer, sessionEnded } from "./harness/console";
import { newOwner } from "./harness/people";
import type { PlatformControl } from "./harness/platform";
import { outliveToken } from "./harness/session";
import { isOff, open, openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";
import { fillStorage, refuseStorage } from "./harness/storage-faults";

type World = { platform: PlatformControl; context: BrowserContext };

/** What stands above the settings: nothing where they are the server's own, else what they are instead. */
type Said = "fresh" | "cached" | "defaults";

type Fault = {
  name: string;
  strike(world: World): Promise<unknown>;
  mend(world: World): Promise<unknown>;
  /** What a page says that is opened under the fault. */
  open: Said;
  /** What the line says after a press. */
  toggle: string;
  /** And what it says on the page loaded anew; "asks": the browser asks first, because the edit would be lost. */
  reload: { said: Said; line: string } | "asks";
};

const kept = "Kept on this device, 1 waiting";
const onlyHere = "Waiting, only in this tab: 1";
const nothing = async () => undefined;
const mendRest = ({ platform }: World) => platform.mendRest();

/** Ten faults, four things that a person does under each: every cell says what the screen has to say. */
const faults: Fault[] = [
  {
    name: "the database stopped",
    strike: ({ platform }) => platform.stopDatabase(),
    mend: ({ platform }) => platform.startDatabase(),
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    // Pages give up after two seconds and saves after twelve: the page is made without, and the edit gets through.
    name: "REST slow by 10 s",
    strike: ({ platform }) => platform.slowRest(),
    mend: mendRest,
    open: "cached",
    toggle: "Saving",
    reload: { said: "cached", line: "Saving" },
  },
  {
    name: "REST answers 500",
    strike: ({ platform }) => platform.failRest(),
    mend: mendRest,
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    name: "auth down",
    strike: ({ platform }) => platform.failAuth(),
    mend: ({ platform }) => platform.mendAuth(),
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "auth down when the session has to be renewed",
    strike: async ({ platform, context }) => {
      await platform.failAuth();
      await outliveToken(context);
    },
    mend: ({ platform }) => platform.mendAuth(),
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    name: "realtime down",
    strike: ({ platform }) => platform.cutSockets(),
    mend: ({ platform }) => platform.allowSockets(),
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "IndexedDB refused",
    strike: ({ context }) => refuseStorage(context),
    mend: nothing,
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "IndexedDB refused while REST answers 500",
    strike: async ({ platform, context }) => {
      await refuseStorage(context);
      await platform.failRest();
    },
    mend: mendRest,
    open: "defaults",
    toggle: onlyHere,
    reload: "asks",
  },
  {
    name: "storage full",
    strike: ({ context }) => fillStorage(context),
    mend: nothing,
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "storage full while REST answers 500",
    strike: async ({ platform, context }) => {
      await fillStorage(context);
      await platform.failRest();
    },
    mend: mendRest,
    open: "cached",
    toggle: onlyHere,
    reload: "asks",
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
    complaints.expect(sessionEnded);
    const owner = await newOwner("Dana");
    await signIn(page, owner);
    await openDashboardSettings(page);
    await settingSwitch(page, "Targets").click();
    await expect(savingLine(page)).toHaveText("Saved");
    await fault.strike({ platform, context });

    await test.step("open", async () => {
      await open(page, "/settings/dashboard");
      await says(page, fault.open);
      if (fault.open !== "defaults") await isOff(settingSwitch(page, "Targets"));
    });
    await test.step("toggle", async () => {
      await settingSwitch(page, "Insights").click();
      await isOff(settingSwitch(page, "Insights"));
      await expect(savingLine(page)).toHaveText(fault.toggle);
    });
    await test.step("reload", async () => {
      if (fault.reload === "asks") await stayWhenAsked(page);
      else await page.reload();
      await isOff(settingSwitch(page, "Insights"));
      await says(page, fault.reload === "asks" ? fault.open : fault.reload.said);
      await expect(savingLine(page)).toHaveText(fault.reload === "asks" ? fault.toggle : fault.reload.line);
    });
    await test.step("reconnect", async () => {
      await fault.mend({ platform, context });
      await expect(savingLine(page)).toHaveText("Saved", { timeout: 20_000 });
      await says(page, "fresh");
      await isOff(settingSwitch(page, "Insights"));
      await isOff(settingSwitch(page, "Targets"));
      expect(await rows.dashboardOverrides(owner.userId, null)).toEqual({
        widget_visibility: { insights: false, performanceTargets: false },
        widget_layout: {},
        dashboard_preferences: {},
      });
    });
  });
}

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
