import { newOwner } from "../harness/people";
import { expect, test } from "./fixtures";

test("without a network every visit gets the page of the device, and the worker stays", async ({
  person,
  gateway,
  rows,
  tolerated,
}) => {
  tolerated.push(/./);
  const owner = await newOwner("Nora");
  await person.signIn(owner);
  await person.isPath(/^\/dashboard\//);
  await person.isReady();
  const hasPage = () =>
    person.page.ask(async () => {
      const kept = await caches.match("/offline");
      return kept !== undefined && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(hasPage, { timeout: 30_000 }).toBe(true);
  await gateway.cut();
  // Firefox gave a worker up after the third failure.
  for (let visit = 0; visit < 5; visit += 1) {
    await person.open("/settings/dashboard");
    await person.shows({ role: "switch", name: "Insights" });
  }
  await person.click({ role: "switch", name: "Insights" });
  await gateway.mend();
  await person.open("/settings/dashboard");
  await person.saved();
  expect(await hasPage()).toBe(true);
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
});
