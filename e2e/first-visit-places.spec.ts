import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { preferred, sundayToThursday, workdays } from "./harness/preferences";
import { open, signIn } from "./harness/steps";

test.describe("in Riyadh, in Arabic", () => {
  test.use({ timezoneId: "Asia/Riyadh", locale: "ar-SA" });

  test("a first visit proposes the week and the currency of the place", async ({ page, rows }) => {
    const owner = await newOwner("Salma");
    await signIn(page, owner);
    await open(page, "/");
    await expect(page.getByRole("main").getByText(/SAR/)).toBeVisible();
    await expect.poll(() => workdays(rows, owner.userId)).toEqual(sundayToThursday);
  });
});

test.describe("in Dubai, in the English of Britain", () => {
  test.use({ timezoneId: "Asia/Dubai", locale: "en-GB" });

  test("a first visit keeps Monday to Friday, and puts the day first", async ({ page, rows }) => {
    const owner = await newOwner("Amal");
    await signIn(page, owner);
    await open(page, "/");
    await expect(page.getByText("We set your time zone to Dubai")).toBeVisible();
    await expect(page.getByText(/^And your currency to AED and dates to day, month, year/)).toBeVisible();
    await expect
      .poll(() => preferred(rows, owner.userId))
      .toMatchObject({ data_preferences: { currency: "AED", dateFormat: "dmy" } });
    expect(await workdays(rows, owner.userId), "what everybody begins with").toBeNull();
  });
});
