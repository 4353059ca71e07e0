import { clockTexts } from "@/lib/testing/clock-texts";
import { writeArabicFigures } from "@/lib/testing/arabic-engine";
import { expect, test } from "./fixtures";
import { scriptOf } from "./harness/in-browser";
import { openNotifications } from "./harness/notification-settings";
import { newOwner } from "./harness/people";
import { openPreferences, prefer } from "./harness/preferences";
import { open, signIn } from "./harness/steps";

declare global {
  interface Window {
    clockTexts?: { clockTexts: () => string[] };
  }
}

/** Zones of which the data of Node, of browsers and of PostgreSQL disagree today. */
const disputed = [
  ...["Africa/Casablanca", "Africa/El_Aaiun", "America/Edmonton"],
  ...["America/Inuvik", "America/Vancouver", "America/Winnipeg"],
];

test("every zone, in three languages, at eight instants: a browser writes and decides what the server does", async ({
  page,
}) => {
  const script = await scriptOf("lib/testing/clock-texts.ts", "clockTexts");
  await open(page, "/sign-in");
  await page.evaluate(script);
  const written = await page.evaluate(() => window.clockTexts?.clockTexts() ?? []);
  const expected = clockTexts();
  expect(expected.length).toBeGreaterThan(8 * 400);
  expect(written.filter((line, index) => line !== expected[index])).toEqual([]);
  expect(written).toHaveLength(expected.length);
});

for (const zone of disputed)
  test(`${zone}: server and browser write the same on preferences, activity and notifications`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Zoe");
    await prefer(rows, owner, { data_preferences: { timezone: zone } });
    await rows.pool.query(
      "insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)",
      [owner.userId, { timezone: zone }],
    );
    await signIn(page, owner);
    // The first visit carries the zone into the cookie; from the second on the server writes in it, too.
    await openPreferences(page);
    await openPreferences(page);
    await open(page, "/settings/activity");
    await openNotifications(page);
  });

test("the record may speak of any zone, whatever the person's own is", async ({ page, rows }) => {
  const owner = await newOwner("Zeno");
  for (const timezone of [...disputed, "UTC"]) await prefer(rows, owner, { data_preferences: { timezone } });
  await signIn(page, owner);
  await open(page, "/settings/activity");
  await expect(page.getByText("Casablanca (\u2066UTC\u2069)").first()).toBeVisible();
});

test.describe("on a device that says Calcutta", () => {
  test.use({ timezoneId: "Asia/Calcutta" });

  for (const chosen of ["Asia/Kolkata", "Asia/Calcutta"])
    test(`settings that say ${chosen} are of the same zone, and called Kolkata`, async ({ page, rows }) => {
      const owner = await newOwner("Kol");
      await prefer(rows, owner, { data_preferences: { timezone: chosen } });
      await signIn(page, owner);
      await openPreferences(page);
      await expect(page.getByRole("button", { name: /Kolkata UTC\+05:30/ })).toBeVisible();
      await expect(page.getByText(/Your device says/)).toHaveCount(0);
    });
});

test.describe("on a device that says Saigon", () => {
  test.use({ timezoneId: "Asia/Saigon" });

  test("another zone is called by its name of today, and taken over under it", async ({ page, rows }) => {
    const owner = await newOwner("Sai");
    await prefer(rows, owner, { data_preferences: { timezone: "Europe/Kiev" } });
    await signIn(page, owner);
    await openPreferences(page);
    await expect(page.getByText("Your device says Ho Chi Minh; your settings say Kyiv")).toBeVisible();
    await page.getByRole("button", { name: "Switch to Ho Chi Minh" }).click();
    await expect(page.getByRole("button", { name: /Ho Chi Minh UTC\+07:00/ })).toBeVisible();
  });
});

test("Arabic pages are the server's on an engine whose Arabic has Arabic figures", async ({ page, rows }) => {
  const owner = await newOwner("Noor");
  await prefer(rows, owner, { interface_settings: { language: "ar" } });
  await signIn(page, owner);
  await page.addInitScript(writeArabicFigures);
  const pages = ["dashboard", "notifications", "preferences", "activity", "integrations"];
  for (const path of [
    `/dashboard/${owner.projectId}`,
    "/leads",
    ...pages.map((name) => `/settings/${name}`),
  ]) {
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    await expect(page.locator("body")).not.toHaveText(/[٠-٩]/);
  }
});
