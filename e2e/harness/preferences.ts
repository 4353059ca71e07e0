import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { addresses, cookieNamespace } from "./addresses";
import type { Person } from "./people";
import type { Rows } from "./rows";
import { open } from "./steps";

type Values = {
  interface_settings?: Record<string, unknown>;
  data_preferences?: Record<string, unknown>;
  feature_preferences?: Record<string, unknown>;
};

/** What a browser looks like before anybody has signed in: the cookie that the pages carry. */
export const wear = (
  context: BrowserContext,
  look: Record<string, unknown>,
  namespace: string = cookieNamespace,
) =>
  context.addCookies([
    {
      name: `${namespace}-appearance`,
      value: encodeURIComponent(JSON.stringify({ values: { interface_settings: look } })),
      url: addresses.app,
    },
  ]);

/** Puts a person's own preferences into their row, as another device of theirs would have. */
export async function prefer(
  { pool }: Pick<Rows, "pool">,
  { userId }: Pick<Person, "userId">,
  values: Values,
) {
  await pool.query(
    `insert into public.user_app_preferences
       (user_id, interface_settings, data_preferences, feature_preferences) values ($1, $2, $3, $4)
     on conflict (user_id) do update set interface_settings = excluded.interface_settings,
       data_preferences = excluded.data_preferences, feature_preferences = excluded.feature_preferences`,
    [
      userId,
      values.interface_settings ?? {},
      values.data_preferences ?? {},
      values.feature_preferences ?? {},
    ],
  );
}

/** A person's own preferences; null where there is no row. */
export async function preferred({ pool }: Rows, userId: string) {
  const { rows } = await pool.query(
    `select interface_settings, data_preferences, feature_preferences
     from public.user_app_preferences where user_id = $1`,
    [userId],
  );
  return rows[0] ?? null;
}

export async function scheduleZone({ pool }: Rows, userId: string): Promise<unknown> {
  const { rows } = await pool.query<{ zone: unknown }>(
    `select notification_schedule ->> 'timezone' as zone
     from public.user_notification_settings where user_id = $1`,
    [userId],
  );
  return rows[0]?.zone ?? null;
}

/** Settings -> Preferences, ready to be operated. */
/** The working days of Israel, Saudi Arabia, Egypt and Jordan, by the alphabet. */
export const sundayToThursday = ["mon", "sun", "thu", "tue", "wed"];

/** The days that a person's own hours name as worked, by the alphabet; null where they have no hours of their own. */
export async function workdays({ pool }: Rows, userId: string): Promise<string[] | null> {
  const { rows } = await pool.query<{ days: Record<string, boolean> | null }>(
    `select notification_schedule #> '{workingHours,days}' as days
     from public.user_notification_settings where user_id = $1`,
    [userId],
  );
  const days = rows[0]?.days;
  return days
    ? Object.keys(days)
        .filter((day) => days[day])
        .toSorted()
    : null;
}

export async function openPreferences(page: Page) {
  await open(page, "/settings/preferences");
  await expect(row(page, "theme")).toBeVisible();
}

const columns = {
  theme: "interface_settings",
  language: "interface_settings",
  timezone: "data_preferences",
} as const;

/** A row of the form by the name of its setting. */
export const row = (page: Page, setting: keyof typeof columns): Locator =>
  page.locator(`#${columns[setting]}-${setting}`);

/** Presses one of the segments or cards of a choice; the radio itself is unseen. */
export async function choose(page: Page, title: string, option: string) {
  const group = page.getByRole("radiogroup", { name: title });
  await group.locator("label").filter({ hasText: option }).click();
  await expect(group.getByRole("radio", { name: option, exact: true })).toBeChecked();
}

export const htmlOf = async (page: Page): Promise<string> => {
  const text = await (await page.request.get(page.url())).text();
  return z.string().parse(/<html[^>]*>/.exec(text)?.[0]);
};
