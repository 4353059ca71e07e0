import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import pg from "pg";
import { openSettings, press, saved, withMember } from "../bench/browser";
import { withApp } from "../bench/platform";
import { prefer } from "../e2e/harness/preferences";
import { memberPages, settingsPageList, settingsPart } from "../lib/pages";
import { paths } from "../lib/paths";
import { valueAt } from "../lib/settings/patch";
import en from "../messages/en.json";
import he from "../messages/he.json";
import { root } from "./root";

/**
 * Takes the pictures of docs/before-and-after.md anew, from its own platform with the seed data, and writes the page.
 * Those of before are the product's at commit 1764722 and stay as they are.
 */
const folder = "docs/images/seen";
const email = "member@demo.local";
const sizes = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1000 },
  { width: 360, height: 740 },
] as const;
const looks = {
  light: { theme: "light", language: "en" },
  dark: { theme: "dark", language: "en" },
  hebrew: { theme: "light", language: "he" },
};

/** `press`: what opens on the page before the picture is taken. */
type Shown = Readonly<{
  name: string;
  title: string;
  open(page: Page, app: string): Promise<unknown>;
  press?(page: Page): Promise<unknown>;
}>;

type Words = Readonly<{
  sync: Readonly<{ label: string; saved: string }>;
  shell: Readonly<{ sections: string }>;
}>;

const at = (path: string) => (page: Page, app: string) => page.goto(`${app}${path}`);

const pages: Shown[] = [
  { name: "dashboard", title: "The dashboard", open: at("/dashboard") },
  { name: "leads", title: "The leads", open: at(memberPages.leads.address) },
  {
    name: "lead",
    title: "A lead",
    open: async (page, app) => {
      await page.goto(`${app}${memberPages.leads.address}`);
      await page.getByRole("row").nth(1).getByRole("link").first().click();
      await page.waitForURL(/\/leads\/[\w-]+$/);
    },
  },
  { name: "notifications", title: "The notifications", open: at(paths.notifications({ view: "all" })) },
  ...settingsPageList.map(({ name, address }) => ({
    name: `settings-${settingsPart(name)}`,
    title: `Settings: ${valueAt(en.shell, name)}`,
    open: at(address),
  })),
  {
    name: "palette",
    title: "The palette",
    open: at(memberPages.leads.address),
    press: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "bell",
    title: "The bell",
    open: at(memberPages.leads.address),
    press: async (page) => {
      const name = new RegExp(`^(${en.notifications.title}|${he.notifications.title}), `);
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").getByRole("listitem").first().waitFor();
    },
  },
  {
    name: "leave",
    title: "Leaving with hours that are not saved",
    open: at(paths.settings.notifications()),
    press: async (page) => {
      await page.locator("#notification_schedule-quietHours select").last().selectOption("22:30");
      await page.locator(`nav a[href^="${memberPages.leads.address}"]:visible`).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
];

const phone = sizes[2];
/** A card of the page itself: the index at its end side names each where there are three or more. */
const cards = "main section[aria-labelledby]:not(section[aria-labelledby] section)";

/** Waits for what comes after a page: its data, the word of the saving line, the index at the end side, its letters. */
async function settle(page: Page, words: Words) {
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  // What is open over the page hides its saving line from whoever asks by role.
  const isCovered = (await page.getByRole("dialog").count()) > 0;
  if (!isCovered && new URL(page.url()).pathname.startsWith("/settings/")) {
    const line = page.getByRole("status", { name: words.sync.label });
    await line.filter({ hasText: new RegExp(`^${words.sync.saved}$`) }).waitFor();
    if (page.viewportSize()?.width !== phone.width && (await page.locator(cards).count()) >= 3)
      await page.getByRole("navigation", { name: words.shell.sections }).waitFor();
  }
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
}

/** A phone loads the page anew, so that what is chosen is in sight, and shows all of it; what opens stands in its window. */
async function take(page: Page, { name, press: pressOn }: Shown, look: string, words: Words) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (size === phone) await page.goto(page.url());
    await settle(page, words);
    if (size !== sizes[1]) await pressOn?.(page);
    const path = join(root, folder, `${name}-${size.width}-${look}.jpg`);
    const fullPage = size === phone && !pressOn;
    await page.screenshot({ path, type: "jpeg", quality: 74, animations: "disabled", fullPage });
  }
  await page.setViewportSize(sizes[0]);
}

/** A page that was open before the language changed may still be in the old one: it is opened once more. */
async function wear(page: Page, app: string, language: string) {
  await page.goto(`${app}${paths.settings.preferences()}`);
  await page.locator(`html[lang^="${language}"]`).waitFor({ state: "attached" });
}

mkdirSync(join(root, folder), { recursive: true });
await withApp(({ platform, appUrl }) =>
  withMember(
    appUrl,
    async (page) => {
      const pool = new pg.Pool({ connectionString: platform.urls.db });
      const { rows } = await pool.query<{ id: string }>("select id from auth.users where email = $1", [
        email,
      ]);
      const userId = rows[0]?.id ?? "";
      // Changes for the page of activity to show.
      await openSettings(page, appUrl);
      for (const name of ["Insights", "Heat"]) await press(page, name);
      await saved(page);
      for (const [look, values] of Object.entries(looks)) {
        await prefer({ pool }, { userId }, { interface_settings: values });
        await wear(page, appUrl, values.language);
        for (const shown of pages) {
          await shown.open(page, appUrl);
          await take(page, shown, look, values.language === "he" ? he : en);
        }
      }
      await pool.end();
    },
    email,
  ),
);

const pictures = (title: string, name: string, ends: readonly string[]) =>
  ends.flatMap((end) => [`![${title}, ${end.replaceAll("-", " ")}](images/seen/${name}-${end}.jpg)`, ""]);
const sections = pages.flatMap(({ name, title }) => {
  const after = Object.keys(looks).flatMap((look) => sizes.map(({ width }) => `${width}-${look}`));
  const before = ["1440", "360"].filter((width) =>
    existsSync(join(root, folder, `before-${name}-${width}.jpg`)),
  );
  return [
    `## ${title}`,
    "",
    ...(before.length > 0 ? ["Before:", "", ...pictures(title, `before-${name}`, before), "After:", ""] : []),
    ...pictures(title, name, after),
  ];
});
writeFileSync(
  join(root, "docs/before-and-after.md"),
  [
    "<!-- Written by `npx tsx scripts/before-and-after.ts`. Do not edit. -->",
    "",
    "# Before and after",
    "",
    "The pages that a new user sees first, before they were looked at with the eyes of one, and since: on a desk, on a wide desk and",
    "on a phone, in light, in the dark and in Hebrew. Those of before had no pictures in the dark, in Hebrew or at 1920 pixels, and",
    "some pages came later. The words that were changed are [a list of their own](before-and-after-words.md).",
    "",
    ...sections,
  ].join("\n"),
);
