import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { askToSignIn, open } from "./harness/steps";

test("whoever tries too many passwords is told when to try again, also in Hebrew and Arabic", async ({
  page,
}) => {
  const owner = await newOwner("Limor");
  await open(page, "/sign-in");
  for (let tried = 0; tried < 10; tried += 1) {
    await askToSignIn(page, { ...owner, password: `a guess ${tried}` });
    await expect(page.getByText("Email and password do not match.")).toBeVisible();
    await page.getByRole("textbox", { name: "Password" }).fill("");
  }
  await askToSignIn(page, { ...owner, password: "one too many" });
  await expect(page.getByText(/^Too many attempts\. Try again in (a minute|2 minutes)\.$/)).toBeVisible();
  for (const [language, words] of [
    ["עברית", /^יותר מדי ניסיונות\. אפשר לנסות שוב בעוד (דקה|שתי דקות)\.$/],
    ["العربية", /^محاولات كثيرة\. حاول من جديد بعد (دقيقة|دقيقتين)\.$/],
  ] as const) {
    await page.getByRole("button", { name: language }).click();
    await expect(page.getByText(words)).toBeVisible();
  }
});
