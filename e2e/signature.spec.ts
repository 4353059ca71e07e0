import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { connect, newOwner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, signIn } from "./harness/steps";

const path = "/settings/integrations";
const bar = (page: Page) => page.getByRole("region", { name: "Not saved yet" });
const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

async function stored(rows: Rows, userId: string): Promise<unknown> {
  const { rows: found } = await rows.pool.query<{ integration_settings: unknown }>(
    "select integration_settings from public.user_app_preferences where user_id = $1",
    [userId],
  );
  return found[0]?.integration_settings ?? null;
}

/** Whoever has connected what sends their mails, on the page with their signature. */
async function openSignature(page: Page, rows: Rows, name: string) {
  const owner = await newOwner(name);
  await connect(rows.pool, owner);
  await signIn(page, owner);
  await open(page, path);
  return owner;
}

/** What the frame shows, which runs no script, not even a test's. */
const previewed = (page: Page) =>
  page.frameLocator('iframe[title="Signature, as email programs show it"]').locator("body");

test("a signature is previewed as it is written, and saved by the keyboard", async ({ page, rows }) => {
  const owner = await openSignature(page, rows, "Igor");
  await text(page, "From name").fill("Igor of Oven");
  await text(page, "Signature").fill("Yours,\n");
  await page.getByRole("button", { name: "Your name" }).click();
  await expect(text(page, "Signature")).toHaveValue("Yours,\n{{name}}");
  await expect(previewed(page)).toHaveText("Yours,Igor of Oven");
  await page.getByText("As plain text").click();
  await expect(page.getByRole("figure", { name: "Preview" })).toContainText("Yours, Igor of Oven");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Control+s");
  await expect(bar(page)).toBeHidden();
  await expect
    .poll(() => stored(rows, owner.userId))
    .toEqual({ email: { from: "Igor of Oven", signature: "Yours,\n{{name}}" } });
});

test("what a signature may not hold is named, shown without it, and never stored; a word that is not known is refused", async ({
  page,
  rows,
}) => {
  const owner = await openSignature(page, rows, "Isa");
  const evil =
    '<p dir="rtl" onclick="x()">שלום</p><script>window.parent.hacked = 1</script><img src="data:image/png;base64,AA">';
  await text(page, "Signature").fill(evil);
  await expect(previewed(page)).toHaveText("שלום");
  await expect(previewed(page).locator("div[dir=rtl]")).toHaveCount(1);
  const preview = page.getByRole("figure", { name: "Preview" });
  await expect(preview).toContainText("no email program shows it: \u2066script\u2069");
  await expect(preview).toContainText("Images that are pasted in are left out");
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect.poll(() => stored(rows, owner.userId)).toEqual({ email: { signature: "<p>שלום</p>" } });
  await expect(text(page, "Signature")).toHaveValue("<p>שלום</p>");

  await text(page, "Signature").fill("{{phone}}");
  await bar(page).getByRole("button", { name: "Save" }).click();
  await expect(text(page, "Signature")).toHaveAccessibleDescription(/\{\{phone\}\}.* cannot be filled in/);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});
