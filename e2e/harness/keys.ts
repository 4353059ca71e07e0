import { expect, type Page, test } from "@playwright/test";
import { isNotLost, tabTo } from "./keyboard";
import type { Owner } from "./people";
import type { Rows } from "./rows";

type Role = Parameters<Page["getByRole"]>[0];

/** All that somebody has who has no mouse. A deed is done with this alone, so that none can point at anything. */
export type Keys = {
  /** Tabs on until the control has the focus. A name in words is the whole name; of several, the next one. */
  tabTo(role: Role, name: string | RegExp): Promise<void>;
  /** The same, the other way round. */
  backTo(role: Role, name: string | RegExp): Promise<void>;
  /** The arrow down, until an item of the menu that opens has the focus. */
  arrowTo(role: Role, name: string | RegExp): Promise<void>;
  /** A person looks, too, before they press. */
  sees(role: Role, name: string | RegExp): Promise<void>;
  /** Where the page itself puts the focus. */
  landsOn(role: Role, name: string | RegExp): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
};

export function keysOf(page: Page): Keys {
  const control = (role: Role, name: string | RegExp) =>
    page.getByRole(role, { name, exact: typeof name === "string" });
  return {
    tabTo: (role, name) => tabTo(page, control(role, name)),
    backTo: (role, name) => tabTo(page, control(role, name), "Shift+Tab"),
    arrowTo: (role, name) => tabTo(page, control(role, name), "ArrowDown"),
    sees: (role, name) => expect(control(role, name)).toBeVisible(),
    landsOn: (role, name) => expect(control(role, name)).toBeFocused(),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
  };
}

export type Scene = { page: Page; rows: Rows; owner: Owner };

/** One thing that people do: with which keys, and what shows that it is done. */
export type Deed = {
  what: string;
  keys(keys: Keys, owner: Owner): Promise<unknown>;
  proof(scene: Scene): Promise<unknown>;
};

/** Does one deed after the other on the page that is open. After each the focus is somewhere, and can be seen there. */
export async function doAll(deeds: readonly Deed[], scene: Scene) {
  for (const { what, keys, proof } of deeds)
    await test.step(what, async () => {
      await keys(keysOf(scene.page), scene.owner);
      await proof(scene);
      await isNotLost(scene.page);
    });
}

/** Takes the last deed back by the button of its message, which is two stops from anywhere: it does not stay for long. */
export async function undoByMessage({ sees, press, landsOn }: Keys) {
  await sees("button", "Undo");
  await press("Alt+t", "Tab", "Tab");
  await landsOn("button", "Undo");
  await press("Enter");
}
