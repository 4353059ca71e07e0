import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { format, resolveConfig } from "prettier";
import { openSettings, withMember } from "../bench/browser";
import { withApp } from "../bench/platform";
import { root } from "./root";

/** Takes the pictures of docs/screens.md anew, from a platform of its own with the seed data. */
const widths = [1440, 768, 360] as const;
const folder = join(root, "docs", "images", "screens");

const screens = [
  { name: "dashboard", title: "Dashboard", path: null },
  { name: "leads", title: "Leads", path: "/leads" },
  { name: "settings-dashboard", title: "Settings: Dashboard", path: "/settings/dashboard" },
  { name: "settings-notifications", title: "Settings: Notifications", path: "/settings/notifications" },
  { name: "settings-preferences", title: "Settings: Preferences", path: "/settings/preferences" },
  { name: "settings-integrations", title: "Settings: Integrations", path: "/settings/integrations" },
  { name: "settings-activity", title: "Settings: Activity", path: "/settings/activity" },
] as const;

async function take(page: Page, name: string) {
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
}

mkdirSync(folder, { recursive: true });
await withApp(({ appUrl }) =>
  withMember(appUrl, async (page) => {
    const dashboard = page.url();
    // A little history, so that Activity has something to say.
    await openSettings(page, appUrl);
    for (const name of ["Insights", "Heat"]) await page.getByRole("switch", { name, exact: true }).click();
    for (const { name, path } of screens) {
      await page.goto(path === null ? dashboard : `${appUrl}${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await take(page, name);
    }
  }),
);

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
