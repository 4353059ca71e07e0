import { isDeepStrictEqual } from "node:util";
import type { Page } from "@playwright/test";
import pg from "pg";
import type { Platform } from "../local/start";

type Values = Record<string, boolean>;

/** What the page shows of the switches, by the key under which each is stored; `switches` is its words -> its key. */
export async function shownSwitches(page: Page, switches: ReadonlyMap<string, string>): Promise<Values> {
  const shown = [...switches].map(async ([name, key]): Promise<[string, boolean]> => {
    const control = page.getByRole("switch", { name, exact: true });
    return [key, (await control.getAttribute("aria-checked")) === "true"];
  });
  return Object.fromEntries(await Promise.all(shown));
}

/** Where the switches of a page are stored. */
export type SwitchColumn = { table: string; name: string };

const widgets: SwitchColumn = { table: "user_dashboard_settings", name: "widget_visibility" };

/** What is stored of the member's switches for all projects; of a switch never touched, nothing. */
export async function storedSwitches({ urls }: Platform, { table, name } = widgets): Promise<Values> {
  const client = new pg.Client(urls.db);
  await client.connect();
  try {
    const { rows } = await client.query<{ values: Values }>(
      `select s.${name} as values from public.${table} s join auth.users u on u.id = s.user_id
       where u.email = 'member@demo.local' and coalesce(to_jsonb(s) ->> 'project_id', '') = ''`,
    );
    return rows[0]?.values ?? {};
  } finally {
    await client.end();
  }
}

/** What an odd number of presses of each makes of them. */
export const opposite = (shown: Values): Values =>
  Object.fromEntries(Object.entries(shown).map(([key, isOn]) => [key, !isOn]));

/** A figure of how soon edits are stored is none if they are not. */
export function expectStored(stored: Values, expected: Values): void {
  if (isDeepStrictEqual(stored, expected)) return;
  throw new Error(`stored is ${JSON.stringify(stored)}, not ${JSON.stringify(expected)}`);
}
