import { isDeepStrictEqual } from "node:util";
import type { Page } from "@playwright/test";
import pg from "pg";
import type { Platform } from "../local/start";

type Values = Record<string, boolean>;

/** The switches' states on the page, by stored key; `switches` maps label -> key. */
export async function shownSwitches(page: Page, switches: ReadonlyMap<string, string>): Promise<Values> {
  const shown = [...switches].map(async ([name, key]): Promise<[string, boolean]> => {
    const control = page.getByRole("switch", { name, exact: true });
    return [key, (await control.getAttribute("aria-checked")) === "true"];
  });
  return Object.fromEntries(await Promise.all(shown));
}

/** The table and JSON column in which a page's switches are stored. */
export type SwitchColumn = { table: string; name: string };

const widgets: SwitchColumn = { table: "user_dashboard_settings", name: "widget_visibility" };

/** The member's stored switches for all projects; a switch never touched has no entry. */
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

/** The states after an odd number of presses of each switch. */
export const opposite = (shown: Values): Values =>
  Object.fromEntries(Object.entries(shown).map(([key, isOn]) => [key, !isOn]));

/** Throws unless the edits are stored: without that, a time to store them means nothing. */
export function expectStored(stored: Values, expected: Values): void {
  if (isDeepStrictEqual(stored, expected)) return;
  throw new Error(`stored is ${JSON.stringify(stored)}, not ${JSON.stringify(expected)}`);
}
