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

type Shown = Readonly<{ name: string; title: string; open(page: Page, app: string): Promise<unknown> }>;

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
    open: async (page, app) => {
      await page.goto(`${app}${memberPages.leads.address}`);
      await page.locator("main [role=switch], main table").first().waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
    },
  },
];

async function take(page: Page, name: string) {
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const path = join(root, folder, name.replace("*", String(size.width)));
    await page.screenshot({ path, type: "jpeg", quality: 74, animations: "disabled" });
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
        for (const { name, open } of pages) {
          await open(page, appUrl);
          await take(page, `${name}-*-${look}.jpg`);
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
