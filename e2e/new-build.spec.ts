import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { isOff, isOn, openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";

/** What a browser says of an action that the server does not know. */
const unknownAction = /409 \(Conflict\)/;

/** The page asks for its actions under ids of a build that the server no longer runs; the answers are its own. */
const becomeOfAnEarlierBuild = (page: Page) =>
  page.route("**/*", (route) => {
    const headers = route.request().headers();
    const action = headers["next-action"];
    if (!action) return route.fallback();
    return route.continue({ headers: { ...headers, "next-action": action.replace(/.{4}$/, "0000") } });
  });

test("an edit made in a page of an earlier build is kept, the page says so, and loading it anew sends it", async ({
  page,
  complaints,
  rows,
}) => {
  complaints.expect(unknownAction);
  const owner = await newOwner("Noor");
  await signIn(page, owner);
  await openDashboardSettings(page);
  await becomeOfAnEarlierBuild(page);
  await settingSwitch(page, "Insights").click();
  await isOff(settingSwitch(page, "Insights"));
  await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
  await expect(page.getByText("A newer version of this app is available")).toBeVisible();
  expect(await rows.dashboardOverrides(owner.userId, null)).toBeNull();

  await page.unroute("**/*");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(savingLine(page)).toHaveText("Saved");
  await isOff(settingSwitch(page, "Insights"));
  await isOn(settingSwitch(page, "Key metrics"));
  await expect(page.getByText("A newer version of this app is available")).toBeHidden();
  await expect
    .poll(() => rows.dashboardOverrides(owner.userId, null))
    .toMatchObject({ widget_visibility: { insights: false } });
  expect(await rows.recordedPaths(owner.userId)).toEqual(["widget_visibility.insights"]);
});

test("an action answers a body that is no input without a word of the inside, and changes nothing", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  const owner = await newOwner("Nils");
  await signIn(page, owner);
  await openDashboardSettings(page);
  const saving = page.waitForRequest((request) => request.postData()?.includes("widget_visibility") ?? false);
  await settingSwitch(page, "Insights").click();
  const request = await saving;
  await expect(savingLine(page)).toHaveText("Saved");
  const action = request.headers()["next-action"] ?? "";
  const sent = request.postData() ?? "";
  expect(action).not.toBe("");
  complaints.expect(unknownAction);

  const before = await rows.dashboardOverrides(owner.userId, null);
  const bodies = [
    "",
    "not json",
    "[",
    "[{}]",
    sent.replace('"insights":false', '"insights":false,"__proto__":{"isAdmin":true}'),
    sent.replace('"insights":false', '"insights":"$F1"'),
    sent.replace('"insights":false', `"insights":${"[".repeat(50_000)}${"]".repeat(50_000)}`),
    sent.replace('"insights":false', `"insights":"${"x".repeat(1_000_000)}"`),
    sent.replace('"insights":false', `"insights":"${"x".repeat(5_000_000)}"`),
  ];
  for (const data of bodies) {
    const answer = await context.request.post(page.url(), {
      headers: {
        "next-action": action,
        "content-type": "text/plain;charset=UTF-8",
        accept: "text/x-component",
      },
      data,
    });
    const text = await answer.text();
    expect(text, data.slice(0, 80)).not.toMatch(
      /node_modules|\.next\/|\n\s+at |\b(select|insert into|relation|pg_)\b/i,
    );
  }
  expect(await rows.dashboardOverrides(owner.userId, null)).toEqual(before);
  expect(await rows.recordedPaths(owner.userId)).toEqual(["widget_visibility.insights"]);
});
