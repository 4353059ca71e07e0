import type { Page } from "@playwright/test";
import pg from "pg";
import { withMember } from "./browser";
import { median, type Figure } from "./figure";
import { withApp } from "./platform";

const samples = 30;
const pollingMs = 1_000;

/** Unix ms at which each unread count was first painted; page and database run on one machine and share its clock. */
type Paints = { badge: Record<number, number>; polled: Record<number, number> };

declare global {
  interface Window {
    paints: Paints;
  }
}

/**
 * Watches the bell and polls every second, as a page without a socket would. The script is text, because the compiler
 * of this file adds names that the page does not know.
 */
const watching = (userId: string) => `
  window.paints = { badge: {}, polled: {} };
  const paint = (side, count) =>
    requestAnimationFrame(() => (window.paints[side][count] ??= performance.timeOrigin + performance.now()));
  const bell = document.querySelector("header button[aria-label^=Notifications]");
  const read = () => paint("badge", Number(/\\d+/.exec(bell.getAttribute("aria-label"))?.[0] ?? 0));
  new MutationObserver(read).observe(bell, { attributes: true, attributeFilter: ["aria-label"] });
  setInterval(async () => {
    const answer = await fetch("/api/notifications?after=0&userId=${userId}");
    paint("polled", (await answer.json()).value.unread);
  }, ${pollingMs});
`;

async function waitUntilLive(page: Page) {
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByText("Live", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
}

/** Changes a lead's heat; answers the time of the commit (Unix ms) and the unread count after it. */
async function heatLead(db: pg.Client, index: number) {
  await db.query(
    `update public.leads set heat = $1 where id =
      (select l.id from public.leads l join public.projects p on p.id = l.project_id
       where p.name = 'Harbour Solar' order by l.id limit 1)`,
    [index % 2 === 0 ? "burning" : "cold"],
  );
  const committedAt = performance.timeOrigin + performance.now();
  const counted = await db.query(
    `select count(*)::int unread from public.notifications n join auth.users u on u.id = n.user_id
     where u.email = 'member@demo.local' and n.read_at is null`,
  );
  return { committedAt, unread: Number(counted.rows[0].unread) };
}

/** Waits 1.1 to 2 s, different for each sample, so that commits meet every phase of the polling. */
const pause = (index: number) => new Promise((resolve) => setTimeout(resolve, 1_100 + ((index * 373) % 900)));

export const bellPaintFigure: Figure = {
  name: "commit to painted badge, time",
  baseline: "the same page asking once a second",
  bar: { atMost: 0.25 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        await waitUntilLive(page);
        const db = new pg.Client(platform.urls.db);
        await db.connect();
        const member = await db.query("select id from auth.users where email = 'member@demo.local'");
        await page.evaluate(watching(member.rows[0].id));
        const commits: { committedAt: number; unread: number }[] = [];
        for (let index = 0; index < samples; index += 1) {
          commits.push(await heatLead(db, index));
          await pause(index);
        }
        const paints = await page.evaluate(() => window.paints);
        await db.end();
        const delays = (side: keyof Paints) =>
          median(commits.map(({ committedAt, unread }) => (paints[side][unread] ?? Infinity) - committedAt));
        const [ours, baseline] = [delays("badge"), delays("polled")];
        if (!Number.isFinite(baseline)) throw new Error("polling missed the unread count of most commits");
        const detail = `${ours.toFixed(0)} ms against ${baseline.toFixed(0)} ms, median of ${samples}`;
        return { ratio: ours / baseline, detail };
      }),
    ),
};
