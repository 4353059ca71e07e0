import type { Page } from "@playwright/test";
import pg from "pg";
import { withMember } from "./browser";
import { withChangesPeer } from "./changes-peer";
import { median, percentile, type Figure } from "./figure";
import { withApp } from "./platform";

const samples = 60;
const pollingMs = 1_000;

/** Unix ms at which each unread count was first painted; page and database run on one machine and share its clock. */
type Painted = Record<number, number>;
type Paints = { badge: Painted; polled: Painted };

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

/** Cold leads of the member's project, one for each sample: what happens to one lead twice is one line. */
async function addLeads(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `insert into public.leads (project_id, name, heat, created_at)
     select p.id, 'Lead ' || n, 'cold', now() - interval '1 day'
     from public.projects p, generate_series(1, $1::integer) n where p.name = 'Harbour Solar' returning id`,
    [samples],
  );
  return rows.map(({ id }) => id);
}

/** Changes a lead's heat; answers the time of the commit (Unix ms). */
async function heatLead(db: pg.Client, id: string | undefined): Promise<number> {
  await db.query("update public.leads set heat = 'burning' where id = $1", [id]);
  return performance.timeOrigin + performance.now();
}

/** Waits 1.1 to 2 s, different for each sample, so that commits meet every phase of the polling. */
const pause = (index: number) => new Promise((resolve) => setTimeout(resolve, 1_100 + ((index * 373) % 900)));

/** The milliseconds from each commit to the badge, to the page that polls, and to the naive subscription. */
type Delays = Readonly<Record<"badge" | "polled" | "changes", number[]>>;

const measure = (): Promise<Delays> =>
  withApp(({ platform, appUrl }) =>
    withMember(appUrl, async (page, browser) => {
      await waitUntilLive(page);
      const db = new pg.Client(platform.urls.db);
      await db.connect();
      const member = await db.query("select id from auth.users where email = 'member@demo.local'");
      const userId: string = member.rows[0].id;
      await db.query("update public.notifications set read = true where user_id = $1", [userId]);
      const leads = await addLeads(db);
      try {
        return await withChangesPeer(platform.urls.db, userId, async (url) => {
          const peer = await browser.newPage();
          await peer.goto(url);
          await peer.evaluate("window.subscribe(0)");
          await page.evaluate(watching(userId));
          const commits: number[] = [];
          for (let index = 0; index < samples; index += 1) {
            commits.push(await heatLead(db, leads[index]));
            await pause(index);
          }
          const { badge, polled } = await page.evaluate(() => window.paints);
          const changes: Painted = await peer.evaluate("window.paints");
          const delays = (paints: Painted) =>
            commits.map((at, index) => (paints[index + 1] ?? Infinity) - at);
          return { badge: delays(badge), polled: delays(polled), changes: delays(changes) };
        });
      } finally {
        await db.end();
      }
    }),
  );

/** Both figures are of one run. */
let measured: Promise<Delays> | null = null;

const figureOf = (
  name: string,
  baseline: string,
  side: "polled" | "changes",
  of: (delays: readonly number[]) => number,
): Figure => ({
  name: `commit to painted badge, ${name}`,
  baseline,
  bar: { atMost: 0.25 },
  measure: async () => {
    const delays = await (measured ??= measure());
    const [ours, theirs] = [of(delays.badge), of(delays[side])];
    if (!Number.isFinite(theirs)) throw new Error("the baseline missed too many of the commits");
    const detail = `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms, of ${samples}`;
    return { ratio: ours / theirs, detail };
  },
});

export const bellPaintFigures: readonly Figure[] = [
  figureOf("median", "the same page asking once a second", "polled", median),
  figureOf(
    "95th percentile",
    "a badge that counts the rows of postgres_changes, read as the service reads them",
    "changes",
    (delays) => percentile(95, delays),
  ),
];
