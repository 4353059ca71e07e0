import { newOwner } from "../harness/people";
import { expect, test } from "./fixtures";

for (const secure of [false, true])
  test.describe(secure ? "over https" : "over http", () => {
    test.use({ secure });

    test("an edit, a page left by a full load, and the way back: every edit is saved, and said to be", async ({
      person,
      rows,
    }) => {
      const owner = await newOwner("Lena");
      await person.signIn(owner);
      await person.isPath(/^\/dashboard\//);
      for (const name of ["Insights", "Key metrics", "Heat"]) {
        await person.open("/settings/dashboard");
        await person.click({ role: "switch", name });
        // Left in the middle of saving: nothing may hold the next page's edits up.
        await person.open("/settings/notifications");
        await person.open("/settings/dashboard");
        await person.saved();
      }
      await person.page.back();
      await person.isPath(/^\/settings\/notifications$/);
      await person.isReady();
      await person.page.back();
      await person.isPath(/^\/settings\/dashboard$/);
      await person.isReady();
      await person.click({ role: "switch", name: "Recent activity" });
      await person.saved();
      expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
        widget_visibility: { insights: false, metrics: false, pieCharts: false, recentActivity: false },
      });
    });

    test("the way back after signing out shows nothing of the person", async ({ person }) => {
      const owner = await newOwner("Lorenzo");
      await person.signIn(owner);
      await person.isPath(/^\/dashboard\//);
      for (const address of ["/settings/dashboard", "/settings/notifications"]) await person.open(address);
      await person.press(/^Account: /);
      await person.click({ role: "menuitem", name: "Sign out" });
      await person.isPath(/^\/sign-in$/);
      await person.isReady();
      for (let step = 0; step < 2; step += 1) {
        await person.page.ask(() => void Reflect.set(window, "isBefore", true));
        await person.page.back();
        const isBefore = () => person.page.ask(() => Reflect.has(window, "isBefore")).catch(() => true);
        await expect.poll(isBefore).toBe(false);
        // `innerText` is what can be seen: nothing of a page that is kept blank.
        for (let look = 0; look < 5; look += 1)
          expect(await person.page.ask(() => document.body.innerText).catch(() => "")).not.toContain(
            "Lorenzo",
          );
        // Each engine keeps another number of steps; the last leads out of the app.
        await person.isPath(/^(\/sign-in|blank)$/);
      }
    });
  });
