import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { format, resolveConfig } from "prettier";
import { openSettings, saved, withMember } from "../bench/browser";
import { withApp } from "../bench/platform";
import { nothingSet, secondApp } from "../e2e/harness/second-app";
import {
  memberPages,
  settingsPageList,
  type guestPages,
  type newcomerPages,
  settingsPart,
} from "../lib/pages";
import { paths } from "../lib/paths";
import { valueAt } from "../lib/settings/patch";
import en from "../messages/en.json";
import { root } from "./root";

/**
 * Takes the pictures of docs/screens.md anew, from its own platform with the seed data. With names of screens as
 * arguments, takes only their pictures.
 */
const wanted = process.argv.slice(2);
const widths = [1440, 768, 360] as const;
const folder = join(root, "docs", "images", "screens");

/** `start`: the address of the page that the member sees after signing in. */
type Addresses = { app: string; start: string };
type Screen = { name: string; title: string; open(page: Page, addresses: Addresses): Promise<unknown> };

const at =
  (path: string) =>
  (page: Page, { app }: Addresses) =>
    page.goto(`${app}${path}`);

type EarlyPage = keyof typeof guestPages | keyof typeof newcomerPages;

/**
 * The order matters: signing up leads to the welcome page, and only a signed-in person may choose a new password. A page
 * of lib/pages.ts that is missing here does not compile.
 */
const earlyScreens: Record<EarlyPage | "notFound", Screen | null> = {
  signIn: { name: "sign-in", title: "Sign in", open: at(paths.signIn()) },
  reset: { name: "reset", title: "A forgotten password", open: at(paths.reset()) },
  signUp: { name: "sign-up", title: "Sign up", open: at(paths.signUp()) },
  welcome: { name: "welcome", title: "Welcome", open: signUp },
  newPassword: { name: "new-password", title: "A new password", open: at(paths.newPassword()) },
  notFound: { name: "not-found", title: "An address with nothing at it", open: at("/nowhere") },
  // The page shows something only to a person who follows the link of a mail.
  callback: null,
};
const guestScreens = Object.values(earlyScreens).filter((screen) => screen !== null);

/** The settings pages come from their list; the others are typed by theirs. */
const memberPageScreens: Record<keyof typeof memberPages, Screen> = {
  dashboard: { name: "dashboard", title: "Dashboard", open: (page, { start }) => page.goto(start) },
  leads: { name: "leads", title: "Leads", open: at(memberPages.leads.address) },
  lead: { name: "lead", title: "A lead", open: openLead },
  notifications: {
    name: "notifications",
    title: "Notifications",
    open: at(paths.notifications({ view: "all" })),
  },
};
const memberScreens: Screen[] = [
  ...Object.values(memberPageScreens),
  ...settingsPageList.map(({ name, address }) => ({
    name: `settings-${settingsPart(name)}`,
    title: `Settings: ${valueAt(en.shell, name)}`,
    open: at(address),
  })),
];

/** These come after the member's other screens, because the network is off from here on. */
const offlineScreens: Screen[] = [
  {
    name: "offline-settings",
    title: "Without a network: the settings",
    open: at(paths.settings.dashboard()),
  },
  { name: "offline-other", title: "Without a network: any other page", open: at(memberPages.leads.address) },
];

/** Screens of an app without environment variables, which shows the set-up page at every address. */
const unsetScreens: Screen[] = [{ name: "set-up", title: "What has to be set up", open: at("/") }];

async function signUp(page: Page) {
  await page.getByLabel("Your name").fill("Nadia Newcomer");
  await page.getByLabel("Email").fill("newcomer@demo.local");
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/welcome$/);
}

async function openLead(page: Page) {
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await page.waitForURL(/\/leads\/[\w-]+$/);
}

async function take(page: Page, name: string) {
  // Moves the mouse away, so that nothing looks hovered.
  await page.mouse.move(0, 0);
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.screenshot({
      path: join(folder, `${name}-${width}.jpg`),
      type: "jpeg",
      quality: 82,
      animations: "disabled",
    });
  }
  await page.setViewportSize({ width: widths[0], height: 900 });
}

/** `isStill` waits for whatever else a picture needs. */
async function takeAll(
  page: Page,
  addresses: Addresses,
  screens: Screen[],
  isStill: (page: Page) => Promise<unknown> = async () => {},
) {
  for (const { name, open } of screens) {
    await open(page, addresses);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await isStill(page);
    if (wanted.length === 0 || wanted.includes(name)) await take(page, name);
  }
}

mkdirSync(folder, { recursive: true });
await withApp(({ appUrl }) =>
  withMember(appUrl, async (page, browser) => {
    const addresses = { app: appUrl, start: page.url() };
    await takeAll(await browser.newPage(), addresses, guestScreens);
    // Changes for the Activity page to show.
    await openSettings(page, appUrl);
    for (const name of ["Insights", "Heat"]) await page.getByRole("switch", { name, exact: true }).click();
    await saved(page);
    await takeAll(page, addresses, memberScreens, saved);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.context().setOffline(true);
    await takeAll(page, addresses, offlineScreens, saved);
    const unset = await secondApp.start(".next", nothingSet);
    await takeAll(await browser.newPage(), { app: unset.url, start: unset.url }, unsetScreens).finally(
      unset.stop,
    );
  }),
);

const screens = [...guestScreens, ...memberScreens, ...offlineScreens, ...unsetScreens];
const rows = screens.map(({ name, title }) => {
  const [wide, ...narrow] = widths.map(
    (width) => `![${title}, ${width} px](images/screens/${name}-${width}.jpg)`,
  );
  return [
    `## ${title}`,
    "",
    wide,
    "",
    "| 768 px | 360 px |",
    "| --- | --- |",
    `| ${narrow.join(" | ")} |`,
    "",
  ].join("\n");
});
const head = `<!-- Written by \`npm run screenshots\`. Do not edit. -->

# Screens

Every page at 1440, 768 and 360 pixels, with the seed data.
`;
const file = join(root, "docs", "screens.md");
const style = await resolveConfig(file);
writeFileSync(file, await format([head, ...rows].join("\n"), { ...style, parser: "markdown" }));
