import { expect, type Page } from "@playwright/test";
import type { Rows } from "./rows";
import { open, settingSwitch } from "./steps";

/** Ready when the live sentence is there: it is drawn in the browser alone, once the form has been taken over. */
export async function openNotifications(page: Page, field = "") {
  await open(page, `/settings/notifications${field}`);
  await expect(settingSwitch(page, "Email: Lead updates")).toBeVisible();
  await expect(page.getByText(/^Right now: /)).toBeVisible();
}

/** What the person's row holds, columns without a value of theirs left out. */
export const storedNotificationSettings = (rows: Rows, userId: string): Promise<unknown> =>
  rows.stored("notifications", userId);
