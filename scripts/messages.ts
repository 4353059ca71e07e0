import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { withMember } from "../bench/browser";
import { disconnectAll } from "../bench/connections";
import { withApp } from "../bench/platform";
import { prefer, wear } from "../e2e/harness/preferences";
import { nothingSet, secondApp } from "../e2e/harness/second-app";
import type { Platform } from "../local/start";
import { paths } from "../lib/paths";
import { type Locale, locales } from "../lib/vocabulary/locales";
import { cameraOf, emptyPictures, noCamera } from "./messages/camera";
import { connectWithLead } from "./messages/connected-lead";
import { buildMarkedApp, markedDistDir } from "./messages/marked-app";
import { PLACES, placesText } from "./messages/place-list";
import {
  connectedPlaces,
  guestPlaces,
  newcomerPlaces,
  offlinePlaces,
  ownerPlaces,
  type Place,
} from "./messages/places";
import { type Seen, walk } from "./messages/walk";
import { root } from "./root";

/**
 * Finds out where each message stands, and takes pictures of those places in Hebrew and Arabic, whose readers go through
 * docs/messages. It walks through the app with its seed data in a build whose messages carry their numbers, presses
 * whatever opens something, and writes docs/messages/places.json; `npm run generate` makes the list of it.
 */
const owner = "owner@demo.local";
const size = { width: 1024, height: 800 };
const cameras = { en: noCamera, he: cameraOf("he"), ar: cameraOf("ar") };

type Ground = { platform: Platform; appUrl: string; browser: Browser; db: pg.Pool; page: Page };

/** Opens one place after the other; what a press opens is looked at where it stands first. */
async function walkAll(page: Page, places: readonly Place[], locale: Locale, known: Set<string>) {
  const seen: Seen[] = [];
  for (const place of places) {
    console.log(`${locale}: ${place.id}`);
    await place.open(page);
    await page.locator("h1").first().waitFor({ state: "attached" });
    seen.push(...(await walk(page, place, cameras[locale], known)));
  }
  return seen;
}

async function asGuest({ platform, appUrl, browser }: Ground, locale: Locale, known: Set<string>) {
  const context = await browser.newContext({ viewport: size, locale });
  await wear(context, { language: locale }, platform.env.COOKIE_NAMESPACE);
  const places = [...guestPlaces(appUrl, `new-${locale}@demo.local`), ...newcomerPlaces(appUrl)];
  const seen = await walkAll(await context.newPage(), places, locale, known);
  await context.close();
  return seen;
}

async function asOwner({ appUrl, db, page }: Ground, locale: Locale, known: Set<string>) {
  const { rows } = await db.query<{ user: string; project: string; lead: string }>(
    `select u.id as user, p.id as project, l.id as lead
     from auth.users u join public.project_members m on m.user_id = u.id join public.projects p on p.id = m.project_id
     join public.leads l on l.project_id = p.id
     where u.email = $1 order by l.created_at desc limit 1`,
    [owner],
  );
  const [found] = rows;
  if (!found) throw new Error("the seed has no lead of the owner");
  await prefer({ pool: db }, { userId: found.user }, { interface_settings: { language: locale } });
  await speaks(page, `${appUrl}${paths.settings.preferences()}`, locale);
  const seen = await walkAll(page, ownerPlaces(appUrl, found.project, found.lead), locale, known);
  await connectWithLead(db, owner, found.lead);
  seen.push(...(await walkAll(page, connectedPlaces(appUrl, found.lead), locale, known)));
  await disconnectAll(db);
  await page.goto(`${appUrl}${paths.settings.dashboard()}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  seen.push(...(await walkAll(page, offlinePlaces(appUrl), locale, known)));
  await page.context().setOffline(false);
  return seen;
}

/** The first page after a change of the language may still be in the old one: the device hears of it there. */
async function speaks(page: Page, address: string, locale: Locale) {
  await page.goto(address);
  await page.locator(`html[lang^="${locale}"]`).waitFor({ state: "attached" });
  await page.goto(address);
  await page.locator(`html[lang^="${locale}"]`).waitFor({ state: "attached" });
}

async function withoutSettings(browser: Browser, locale: Locale) {
  const app = await secondApp.start(markedDistDir, nothingSet);
  try {
    const context = await browser.newContext({ viewport: size, locale });
    const setUp = { id: "set-up", title: "What has to be set up", open: (page: Page) => page.goto(app.url) };
    return await walkAll(await context.newPage(), [setUp], locale, new Set());
  } finally {
    await app.stop();
  }
}

async function everywhere(ground: Ground): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const locale of locales) {
    const known = new Set<string>();
    seen.push(...(await asGuest(ground, locale, known)));
    seen.push(...(await asOwner(ground, locale, known)));
    seen.push(...(await withoutSettings(ground.browser, locale)));
  }
  return seen;
}

emptyPictures();
await withApp(
  ({ platform, appUrl }) =>
    withMember(
      appUrl,
      async (page, browser) => {
        const db = new pg.Pool({ connectionString: platform.urls.db });
        await page.setViewportSize(size);
        const seen = await everywhere({ platform, appUrl, browser, db, page });
        await db.end();
        writeFileSync(join(root, PLACES), await placesText(seen));
      },
      owner,
    ),
  { build: buildMarkedApp },
);
