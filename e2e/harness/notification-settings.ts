import { expect, type Page } from "@playwright/test";
import type { Rows } from "./rows";
import { open, settingSwitch } from "./steps";

/** Ready when the live sentence is there: it is drawn in the browser alone, once the form has been taken over. */
export async function openNotifications(page: Page) {
  await open(page, "/settings/notifications");
  await expect(settingSwitch(page, "E-mail: Lead updates")).toBeVisible();
  await expect(page.getByText(/^Right now: /)).toBeVisible();
}

/** What the person's row holds, columns without a value of theirs left out. */
export async function storedNotificationSettings(rows: Rows, userId: string): Promise<unknown> {
  const { rows: found } = await rows.pool.query<{ row: Record<string, unknown> }>(
    `select jsonb_object_agg(key, value) as row
     from public.user_notification_settings as settings, jsonb_each(to_jsonb(settings))
     where user_id = $1 and jsonb_typeof(value) = 'object' and value <> '{}'`,
    [userId],
  );
  return found[0]?.row ?? null;
}
