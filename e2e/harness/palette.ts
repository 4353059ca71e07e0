import { expect, type Locator, type Page } from "@playwright/test";

/** The palette, as a person works it: by its key and by what they type. */
export const palette = (page: Page): Locator => page.getByRole("dialog", { name: "Search and commands" });

export async function ask(page: Page, query: string): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const dialog = palette(page);
  await dialog.getByRole("combobox").fill(query);
  return dialog;
}

/** Asks for it and takes the first answer. */
export async function run(page: Page, query: string, answer: string | RegExp) {
  const dialog = await ask(page, query);
  await expect(dialog.getByRole("option", { selected: true })).toHaveAccessibleName(answer);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

/** The field is in sight, has the keyboard and is marked. */
export async function isShown(page: Page, id: string) {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  const field = page.locator(`[id="${id}"]`);
  await expect(field).toBeInViewport();
  await expect(field.locator(":focus")).toHaveCount(1);
  await expect(field).toHaveAttribute("data-marked", "");
}
