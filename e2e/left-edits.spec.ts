import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";

/** Ends with the tab's visit: on the page that comes next, the device is itself again. */
const slowKey = "test-slow-device";

test("an edit of a page that is left before its device has taken it is saved by the next page", async ({
  context,
  page,
  rows,
}) => {
  await context.addInitScript((key) => {
    if (!sessionStorage.getItem(key)) return;
    // Each opening of a database is begun, and not answered while this page lives.
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...database) {
      const request = open.apply(this, database);
      for (const type of ["success", "error", "upgradeneeded", "blocked"])
        request.addEventListener(type, (event) => event.stopImmediatePropagation());
      return request;
    };
  }, slowKey);
  const owner = await newOwner("Petra");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await page.evaluate((key) => sessionStorage.setItem(key, "yes"), slowKey);
  await openDashboardSettings(page);
  const insights = await settingSwitch(page, "Insights").elementHandle();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.evaluate(
    ([button, key]) => {
      if (!(button instanceof HTMLElement)) throw new Error("there is a switch");
      button.click();
      sessionStorage.removeItem(String(key));
      location.reload();
    },
    [insights, slowKey] as const,
  );
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({ widget_visibility: { insights: false } });
  await expect(savingLine(page)).toHaveText("Saved");
  await openDashboardSettings(page);
  await expect(settingSwitch(page, "Insights")).toHaveAttribute("aria-checked", "false");
});
