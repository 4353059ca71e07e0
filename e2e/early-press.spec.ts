import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { isOff, isOn, open, savingLine, settingSwitch, signIn } from "./harness/steps";

// The files of a page are held back here, which a service worker would serve by itself.
test.use({ serviceWorkers: "block" });

test("a switch that is pressed before the page's code has arrived is switched when it has", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Perla");
  await signIn(page, owner);
  await open(page, "/");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/settings/dashboard", { waitUntil: "commit" });
  await page.waitForFunction(
    () => performance.getEntriesByName(`${location.origin}/early-presses.js`).length,
  );
  await settingSwitch(page, "Insights").click();
  await isOn(settingSwitch(page, "Insights"));
  arrive();
  await isOff(settingSwitch(page, "Insights"));
  await expect(savingLine(page)).toHaveText("Saved");
  expect(await rows.recordedPaths(owner.userId)).toEqual(["widget_visibility.insights"]);
});
