import { expect, test } from "./fixtures";
import { noNetwork, noServer } from "./harness/console";
import { cacheNames, keptFiles, readyForOffline } from "./harness/offline";
import { newOwner } from "./harness/people";
import { secondApp, startGatewayAlone } from "./harness/second-app";
import {
  isOff,
  open,
  openAccountMenu,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
  signInOnScreen,
} from "./harness/steps";

test.beforeEach(({ complaints }) => complaints.expect(noNetwork));

test("the service worker keeps files of the build and one page that names nobody", async ({ page }) => {
  const owner = await newOwner("Talia");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  // The words of the offline page, though this page fetched its own before there was a worker.
  const words = Object.keys(await keptFiles(page)).filter((path) => path.startsWith("/messages/"));
  expect(words).toHaveLength(1);
  await openDashboardSettings(page);
  await page.goto(`/leads?project=${owner.projectId}`);
  const kept = await keptFiles(page);
  const odd = Object.keys(kept).filter(
    (path) => !/^\/_next\/static\/|^\/messages\/|^\/offline$|^\/offline-look$/.test(path),
  );
  expect(odd).toEqual([]);
  const everything = Object.values(kept).join("\n");
  const personal = [owner.name, owner.email, owner.userId, owner.projectId, owner.clientId];
  expect(personal.filter((word) => everything.includes(word))).toEqual([]);
});

test("a preload of pages that an earlier worker switched on ends with the next worker", async ({ page }) => {
  const owner = await newOwner("Pia");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await page.evaluate(async () => {
    const { navigationPreload } = await navigator.serviceWorker.ready;
    await navigationPreload.enable();
    await navigator.serviceWorker.register("/sw.js?build=the-next");
  });
  const isPreloading = () =>
    page.evaluate(async () => {
      const { navigationPreload } = await navigator.serviceWorker.ready;
      return (await navigationPreload.getState()).enabled;
    });
  await expect.poll(isPreloading).toBe(false);
});

test("the offline page has the language and the theme that were chosen last", async ({ page, context }) => {
  const owner = await newOwner("Uri");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  await openAccountMenu(page);
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.getByRole("menuitemradio", { name: "עברית" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await page.reload();
  await expect.poll(async () => (await keptFiles(page))["/offline"]).toMatch(/<html[^>]* lang="he"/);
  await context.setOffline(true);
  await page.goto("/settings/dashboard");
  await expect(page.locator("html")).toHaveAttribute("lang", "he");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("switch").first()).toBeVisible();
});

test("a new build brings its own offline page; only the build before keeps its files, for tabs still open on it", async ({
  page,
}) => {
  const owner = await newOwner("Vered");
  await signIn(page, owner);
  await open(page, "/");
  await readyForOffline(page, owner);
  const [present] = await cacheNames(page);
  // On a bare picture: a worker that is still at work for a page holds the next one back for as long as it likes.
  await page.goto("/icon.svg");
  // Two deployments later: each page of a new build registers the worker under the name of its build.
  const deploy = (build: string) =>
    page.evaluate(async (name) => {
      const changed = new Promise((done) =>
        navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }),
      );
      const { installing } = await navigator.serviceWorker.register(`/sw.js?build=${name}`, { scope: "/" });
      const failed = new Promise((_, reject) =>
        installing?.addEventListener("statechange", ({ currentTarget }) => {
          if (currentTarget instanceof ServiceWorker && currentTarget.state === "redundant")
            reject(new Error(`the worker of the ${name} build could not be installed`));
        }),
      );
      await Promise.race([changed, failed]);
    }, build);
  await deploy("second");
  expect(await cacheNames(page)).toEqual([present, "ovenai-second"]);
  await deploy("third");
  await expect.poll(() => cacheNames(page)).toEqual(["ovenai-second", "ovenai-third"]);
});

test("with the server stopped, or only its gateway up, the settings open; when it is back the edit is sent", async ({
  page,
  complaints,
  rows,
}) => {
  complaints.expect(noServer);
  complaints.expect(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/);
  const owner = await newOwner("Yael");
  const running = await secondApp.start();
  await signInOnScreen(page, owner, secondApp.url);
  await readyForOffline(page, owner);
  await running.stop();

  await page.goto(`${secondApp.url}/settings/dashboard`);
  await settingSwitch(page, "Insights").click();
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
  const gateway = await startGatewayAlone();
  await page.reload();
  await isOff(settingSwitch(page, "Insights"));
  await gateway.stop();

  const again = await secondApp.start();
  await expect(savingLine(page)).toHaveText("Saved", { timeout: 30_000 });
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
  await again.stop();
});
