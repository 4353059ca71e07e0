import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { setDeviceClock } from "./harness/device-clock";
import { openNotifications } from "./harness/notification-settings";
import { newOwner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, signIn } from "./harness/steps";

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** How long from now, by the database's clock, the person's pause goes on, in minutes; null where there is none. */
async function minutesLeft({ pool }: Rows, userId: string): Promise<number | null> {
  const { rows } = await pool.query<{ left: string | null }>(
    `select extract(epoch from (notification_schedule ->> 'pausedUntil')::timestamptz - now()) / 60 as left
     from public.user_notification_settings where user_id = $1 and notification_schedule ? 'pausedUntil'`,
    [userId],
  );
  return rows[0]?.left == null ? null : Number(rows[0].left);
}

/** An hour, and no more than what the whole minute and the way of the press add. */
const isAnHour = (rows: Rows, userId: string) =>
  expect
    .poll(async () => {
      const left = await minutesLeft(rows, userId);
      return left !== null && left > 59 && left <= 61.5;
    })
    .toBe(true);

const isPaused = (page: Page) =>
  expect(page.getByRole("button", { name: "End the pause", exact: true })).toBeVisible();

const pauseInPalette = async (page: Page) => {
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search and commands" });
  await dialog.getByRole("combobox").fill("pause");
  await dialog.getByRole("option", { name: /Pause/ }).first().click();
};

for (const hours of [-26, 3])
  test.describe(`on a device whose clock is ${hours} hours ahead`, () => {
    test.beforeEach(({ page }) => setDeviceClock(page, hours * hourMs));

    test("a pause of an hour in the settings is an hour, and the page says so", async ({ page, rows }) => {
      const owner = await newOwner("Pia");
      await signIn(page, owner);
      await openNotifications(page);
      await page.getByRole("button", { name: "1 hour", exact: true }).click();
      await isAnHour(rows, owner.userId);
      await isPaused(page);
      await page.reload();
      await isPaused(page);
    });

    test("so is one of the palette, which then offers its end", async ({ page, rows }) => {
      const owner = await newOwner("Pal");
      await signIn(page, owner);
      await open(page, `/dashboard/${owner.projectId}`);
      await pauseInPalette(page);
      await isAnHour(rows, owner.userId);
    });

    test("a moment is past or to come by the server's clock", async ({ page, rows }) => {
      const owner = await newOwner("Per");
      await signIn(page, owner);
      await openNotifications(page);
      await page.getByRole("button", { name: "Date and time…" }).click();
      const field = page.getByRole("dialog", { name: "Pause until" }).locator("input");
      const wall = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 16);
      await field.fill(wall(-2 * minuteMs));
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      await expect(field).toHaveAccessibleDescription("That moment has passed.");
      expect(await minutesLeft(rows, owner.userId)).toBeNull();
      // A field of minutes cuts the seconds off.
      await field.fill(wall(hourMs + minuteMs));
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      await isAnHour(rows, owner.userId);
    });

    test("a pause that is pressed without a network counts from the press", async ({
      page,
      rows,
      complaints,
    }) => {
      complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
      const owner = await newOwner("Pip");
      await signIn(page, owner);
      await openNotifications(page);
      await page.context().setOffline(true);
      await page.getByRole("button", { name: "1 hour", exact: true }).click();
      await isPaused(page);
      await page.context().setOffline(false);
      await isAnHour(rows, owner.userId);
    });
  });

test("where the device's clock is set back while the page is open, an hour is still an hour", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Rewind");
  await signIn(page, owner);
  await openNotifications(page);
  await page.evaluate((back) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() - back;
  }, 26 * hourMs);
  await page.getByRole("button", { name: "1 hour", exact: true }).click();
  await isAnHour(rows, owner.userId);
});
