import { isDeepStrictEqual } from "node:util";
import type { Page } from "@playwright/test";
import pg from "pg";
import type { Platform } from "../local/start";
import { switches } from "./browser";

type Values = Record<string, boolean>;

/** What the page shows of the switches, by the key under which each is stored. */
export async function shownSwitches(page: Page, names: readonly string[]): Promise<Values> {
  const shown = names.map(async (name): Promise<[string, boolean]> => {
    const control = page.getByRole("switch", { name, exact: true });
    return [switches.get(name) ?? name, (await control.getAttribute("aria-checked")) === "true"];
  });
  return Object.fromEntries(await Promise.all(shown));
}

/** What is stored of the member's switches for all projects; of a switch never touched, nothing. */
export async function storedSwitches({ urls }: Platform): Promise<Values> {
  const client = new pg.Client(urls.db);
  await client.connect();
  try {
    const { rows } = await client.query<{ widget_visibility: Values }>(
      `select s.widget_visibility from public.user_dashboard_settings s join auth.users u on u.id = s.user_id
       where u.email = 'member@demo.local' and s.project_id is null`,
    );
    return rows[0]?.widget_visibility ?? {};
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
