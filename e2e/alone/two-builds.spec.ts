import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { noServer } from "../harness/console";
import { newerBuild } from "./newer-build";
import { cacheNames, keptFiles, readyForOffline } from "../harness/offline";
import { newOwner } from "../harness/people";
import { secondApp } from "../harness/second-app";
import { isOff, open, openAccountMenu, savingLine, settingSwitch, signInOnScreen } from "../harness/steps";

// A second build takes half a minute: `npm run soak` makes it. e2e/new-build.spec.ts plays the newer server.
if (process.env.TWO_BUILDS)
  test("what was edited in a page of one build is sent from the next, which brings its own offline page", async ({
    page,
    complaints,
    rows,
  }) => {
    test.setTimeout(600_000);
    complaints.expect(noServer);
    complaints.expect(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/);
    complaints.expect(/409 \(Conflict\)/);
    const newer = await newerBuild();
    const owner = await newOwner("Nova");
    const settings = `${secondApp.url}/settings/dashboard`;
    let running = await secondApp.start();
    const replaceBy = async (distDir: string) => {
      await running.stop();
      running = await secondApp.start(distDir);
    };
    try {
      await signInOnScreen(page, owner, secondApp.url);
      await page.evaluate(() => caches.open("ovenai-long-ago"));
      await readyForOffline(page, owner);
      await open(page, settings);
      const older = await cacheNames(page);
      const olderFiles = Object.keys(await keptFiles(page));

      await running.stop();
      await settingSwitch(page, "Insights").click();
      await openAccountMenu(page);
      await page.getByRole("menuitemradio", { name: "Dark" }).click();
      await expect(savingLine(page)).toHaveText("Kept on this device, 2 waiting");
      await replaceBy(newer);
      await test.step("the page of the older build says so, and still has its own files", async () => {
        await expect(page.getByText("A newer version of this app is available")).toBeVisible({
          timeout: 60_000,
        });
        await expect(savingLine(page)).toHaveText("Kept on this device, 2 waiting");
        expect(await rows.stored("dashboard", owner.userId)).toBeNull();
        expect(await missing(olderFiles)).not.toEqual([]);
        await page.keyboard.press("Control+k");
        await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
        await page.keyboard.press("Escape");
      });
      await test.step("the newer build sends all that waits, once", async () => {
        await page.getByRole("button", { name: "Reload" }).click();
        await isOff(settingSwitch(page, "Insights"));
        await expect(savingLine(page)).toHaveText("Saved");
        await expect(page.getByText("A newer version of this app is available")).toBeHidden();
        expect(await rows.stored("dashboard", owner.userId)).toEqual({
          widget_visibility: { insights: false },
        });
        expect((await rows.recordedPaths(owner.userId)).toSorted()).toEqual([
          "interface_settings.theme",
          "widget_visibility.insights",
        ]);
      });
      await test.step("files of builds before the last are dropped", async () => {
        await expect.poll(() => cacheNames(page)).toHaveLength(2);
        const kept = await cacheNames(page);
        expect(kept[0]).toBe(older.at(-1));
        expect(older).not.toContain(kept[1]);
      });
      await running.stop();
      await test.step("without a server the newer build's own page opens and keeps edits", async () => {
        await page.goto(settings);
        await isOff(settingSwitch(page, "Insights"));
        expect(await missingIn(page)).toEqual([]);
        await settingSwitch(page, "Targets").click();
        await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
      });
      await replaceBy(newer);
      await expect(savingLine(page)).toHaveText("Saved", { timeout: 60_000 });
      expect(await rows.stored("dashboard", owner.userId)).toEqual({
        widget_visibility: { insights: false, performanceTargets: false },
      });
    } finally {
      await running.stop();
    }
  });

/** Which of the files the server that runs now does not have. */
async function missing(paths: string[]): Promise<string[]> {
  const assets = paths.filter((path) => path.startsWith("/_next/static/chunks/"));
  const answers = await Promise.all(assets.map((path) => fetch(`${secondApp.url}${path}`)));
  return assets.filter((_, index) => answers[index]?.status === 404);
}

/** Which scripts of the page are not among the files of the newest build that the device keeps. */
const missingIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const newest = await caches.open((await caches.keys()).at(-1) ?? "");
    const kept = (await newest.keys()).map(({ url }) => url);
    return [...document.scripts].flatMap(({ src }) => (src && !kept.includes(src) ? [src] : []));
  });
