import { expect, test } from "./fixtures";
import { scan, themes, variants, violations } from "./harness/axe";
import { walk } from "./harness/keyboard";
import { pagesOf, pagesWithoutProject, publicPages } from "./harness/pages";
import { addLead, connect, newOwner, signUp } from "./harness/people";
import { prefer, wear } from "./harness/preferences";
import { open, openBell, signIn } from "./harness/steps";

for (const variant of variants) {
  const { locale, theme } = variant;
  test(`axe finds nothing on any page in ${locale}, ${theme}`, async ({
    page,
    context,
    rows,
    complaints,
  }) => {
    complaints.expect(/404 \(Not Found\)/);
    const owner = await newOwner("Axel");
    const leadId = await addLead(rows.pool, owner.projectId, "Lead of Axel", "hot");
    const scanAll = async (paths: readonly string[]) => {
      for (const path of paths) {
        await page.goto(path);
        await scan(page, variant);
      }
    };
    await wear(context, { theme, language: locale });
    await scanAll(publicPages);
    await signIn(page, await signUp("Amira"));
    await scanAll(pagesWithoutProject);
    await prefer(rows, owner, { interface_settings: { theme, language: locale } });
    await signIn(page, owner);
    await scanAll(pagesOf(owner, leadId));
  });
}

test("axe finds nothing in any theme with the bell open", async ({ page, rows }) => {
  const owner = await newOwner("Ayla");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Ayla", "warm");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await signIn(page, owner);
  for (const theme of themes)
    await test.step(theme, async () => {
      await prefer(rows, owner, { interface_settings: { theme } });
      await open(page, "/settings/dashboard");
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      const panel = await openBell(page);
      await expect(panel.getByRole("listitem")).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
    });
});

for (const { theme, locale } of [
  { theme: "light", locale: "en" },
  { theme: "dark", locale: "he" },
]) {
  test(`axe finds nothing in ${locale}, ${theme}, with the palette, the list of shortcuts or the search open`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Ahuva");
    await prefer(rows, owner, { interface_settings: { theme, language: locale } });
    await signIn(page, owner);
    await open(page, "/settings/preferences");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const dialog = page.getByRole("dialog");
    await page.keyboard.press("Control+k");
    await dialog.getByRole("combobox").fill("calendly");
    await expect(dialog.getByRole("option", { selected: true })).toContainText("Calendly");
    expect(await violations(page), "the palette").toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
    expect(await violations(page), "the list of shortcuts").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").first().fill("calendly");
    await expect(page.getByRole("option")).not.toHaveCount(0);
    expect(await violations(page), "the search of the settings").toEqual([]);
  });
}

test.describe("on a phone where the save bar is up", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("nothing has the focus under a bar, and axe finds nothing where a switch is half under it", async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Avigail");
    await prefer(rows, owner, { interface_settings: { theme: "dark", language: "he" } });
    await connect(rows.pool, owner, ["calendly", "email", "whatsapp"]);
    await signIn(page, owner);
    await open(page, "/settings/integrations");
    await expect(page.locator("html")).toHaveAttribute("lang", "he");
    await page.getByRole("switch").first().click();
    const bar = page.locator("[data-save-bar]");
    await expect(bar).toBeVisible();
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : 0,
    );
    await walk(page);
    const [covered, save] = await Promise.all([
      page.getByRole("switch").nth(1).boundingBox(),
      bar.getByRole("button").last().boundingBox(),
    ]);
    if (!covered || !save) throw new Error("nothing to lay upon each other");
    // Its lower half looks out from under the button.
    await page.evaluate((by) => scrollBy(0, by), covered.y + covered.height / 2 - (save.y + save.height));
    expect(await violations(page)).toEqual([]);
  });
});
