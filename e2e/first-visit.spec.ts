import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { forgetDevice } from "./harness/device";
import {
  openPreferences,
  prefer,
  preferred,
  row,
  scheduleZone,
  sundayToThursday,
  workdays,
} from "./harness/preferences";
import { open, openAccountMenu, savingLine, signIn } from "./harness/steps";

test.describe("in Jerusalem, in Hebrew", () => {
  test.use({ timezoneId: "Asia/Jerusalem", locale: "he-IL" });

  test("a first visit takes zone and language of the browser for the person's own, and says so", async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Hila");
    await signIn(page, owner);
    await open(page, "/");
    await expect(page.getByText(/ירושלים.*עברית/)).toBeVisible();
    await expect
      .poll(() => preferred(rows, owner.userId))
      .toMatchObject({
        interface_settings: { language: "he" },
        data_preferences: { timezone: "Asia/Jerusalem", currency: "ILS" },
      });
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("Asia/Jerusalem");
    expect(await workdays(rows, owner.userId)).toEqual(sundayToThursday);
    await expect(page.getByText(/וגם: .*ה׳.*ILS/)).toBeVisible();
    await page.getByRole("button", { name: "אישור" }).click();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/ירושלים.*עברית/)).toHaveCount(0);
    expect(await rows.recordedPaths(owner.userId)).toHaveLength(5);
  });

  test("all that a first visit took from the browser is taken back in one press", async ({ page, rows }) => {
    const owner = await newOwner("Yael");
    await signIn(page, owner);
    await open(page, "/");
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("Asia/Jerusalem");
    await page.getByRole("button", { name: "ביטול השינוי" }).click();
    await expect(page.getByText(/ירושלים.*עברית/)).toHaveCount(0);
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBeNull();
    expect(await workdays(rows, owner.userId), "the working week, too").toBeNull();
    await expect
      .poll(() => preferred(rows, owner.userId))
      .toMatchObject({ data_preferences: {}, interface_settings: {} });
  });

  test("what the account has decided is not overruled", async ({ page, rows }) => {
    const owner = await newOwner("Ido");
    const own = { interface_settings: { language: "en" }, data_preferences: { timezone: "Asia/Jerusalem" } };
    await prefer(rows, owner, own);
    await signIn(page, owner);
    await open(page, "/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("Asia/Jerusalem");
    expect(await preferred(rows, owner.userId)).toMatchObject(own);
  });
});

test.describe("in Berlin", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("two tabs of a first visit write it once", async ({ page, context, rows }) => {
    const owner = await newOwner("Zwei");
    await signIn(page, owner);
    await open(page, "/");
    await expect(page.getByText("We set your time zone to Berlin")).toBeVisible();
    await expect(savingLine(page)).toHaveText("Saved");
    // A second first visit, this time of two tabs at once: nothing is known of the person, here or there.
    const { pathname } = new URL(page.url());
    await forgetDevice(page);
    await rows.pool.query("delete from public.user_app_preferences where user_id = $1", [owner.userId]);
    await rows.pool.query("delete from public.user_notification_settings where user_id = $1", [owner.userId]);
    await context.clearCookies({ name: /-appearance$/ });
    const before = (await rows.recordedPaths(owner.userId)).length;

    const other = await context.newPage();
    await Promise.all([page.goto(pathname), other.goto(pathname)]);
    for (const tab of [page, other]) await expect(savingLine(tab)).toHaveText("Saved");
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("Europe/Berlin");
    await expect
      .poll(async () => (await rows.recordedPaths(owner.userId)).slice(before).toSorted())
      .toEqual([
        "data_preferences.currency",
        "data_preferences.timezone",
        "interface_settings.language",
        "notification_schedule.timezone",
      ]);
    for (const tab of [page, other]) await expect(tab.getByText("changed elsewhere")).toHaveCount(0);
  });

  test("who goes back to inherited is not overruled by the next page", async ({ page, rows }) => {
    const owner = await newOwner("Rosa");
    await signIn(page, owner);
    await openPreferences(page);
    await expect(row(page, "timezone")).toContainText("Berlin");
    await page.getByRole("button", { name: /^Time zone: back to .*, default$/ }).click();
    await expect(savingLine(page)).toHaveText("Saved");
    await page.reload();
    await expect(page.getByText("Your device says Berlin; your settings say UTC")).toBeVisible();
    await expect.poll(() => preferred(rows, owner.userId)).toMatchObject({ data_preferences: {} });
  });

  test("a device in another zone is noticed: kept on one, switched on another", async ({
    page,
    browser,
    contextOptions,
    complaints,
    rows,
  }) => {
    const owner = await newOwner("Mia");
    await signIn(page, owner);
    await open(page, "/");
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("Europe/Berlin");
    const abroad = () => browser.newContext({ ...contextOptions, timezoneId: "America/New_York" });
    const [first, second] = await Promise.all([abroad(), abroad()]);
    for (const context of [first, second]) await complaints.watch(context);
    const question = /Your device says New York; your settings say Berlin/;

    const laptop = await first.newPage();
    await signIn(laptop, owner);
    await open(laptop, "/");
    await laptop.getByRole("button", { name: "Keep Berlin" }).click();
    await expect(laptop.getByText(question)).toHaveCount(0);
    await laptop.reload();
    await openAccountMenu(laptop);
    await expect(laptop.getByText(question)).toHaveCount(0);

    const phone = await second.newPage();
    await signIn(phone, owner);
    await open(phone, "/");
    await phone.getByRole("button", { name: "Switch to New York" }).click();
    await expect(phone.getByText(question)).toHaveCount(0);
    await expect
      .poll(() => preferred(rows, owner.userId))
      .toMatchObject({ data_preferences: { timezone: "America/New_York" } });
    await expect.poll(() => scheduleZone(rows, owner.userId)).toBe("America/New_York");
    await expect(page.getByText("Your device says Berlin; your settings say New York")).toBeVisible();
    for (const context of [first, second]) await context.close();
  });
});

test("a device that travels while the page is open is noticed when its person is back", async ({
  browser,
  contextOptions,
  complaints,
}) => {
  const owner = await newOwner("Nora");
  // Whoever has set the zone of a page may set another: the context must not.
  const device = await browser.newContext({ ...contextOptions, timezoneId: undefined });
  await complaints.watch(device);
  const page = await device.newPage();
  const devtools = await device.newCDPSession(page);
  const travelTo = (timezoneId: string) => devtools.send("Emulation.setTimezoneOverride", { timezoneId });
  await travelTo("Europe/Berlin");
  await signIn(page, owner);
  await open(page, "/");
  await expect(page.getByText("We set your time zone to Berlin")).toBeVisible();
  await travelTo("Asia/Tokyo");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("Your device says Tokyo; your settings say Berlin")).toBeVisible();
  await device.close();
});
