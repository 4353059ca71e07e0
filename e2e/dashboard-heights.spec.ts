import type { Page } from "@playwright/test";
import type pg from "pg";
import { widgets } from "../lib/settings/widgets";
import { expect, test } from "./fixtures";
import { card } from "./harness/board";
import { emptiness } from "./harness/emptiness";
import { newOwner, type Owner } from "./harness/people";
import { open, signIn } from "./harness/steps";

/** The share of its card's height that what a card shows may leave unused. */
const atMost = 0.25;

/** The leads of a project: `channels`: those that a deal was won on. */
type Ground = { leads: number; channels: string[]; cooled?: boolean };
const grounds: Record<string, Ground> = {
  "few leads": { leads: 2, channels: [] },
  "one channel": { leads: 40, channels: ["web"] },
  "one finding": { leads: 12, channels: ["web", "google"], cooled: true },
  "many leads": { leads: 400, channels: ["web", "google", "facebook", "whatsapp", "referral"] },
};

async function addLeads(db: pg.Pool, { projectId }: Owner, { leads, channels, cooled }: Ground) {
  await db.query(
    `insert into public.leads (project_id, name, channel, heat, bant_need, status, value, created_at, qualified_at, won_at)
     select $1, 'Lead ' || n, coalesce(c.channel, 'web'), (array['cold', 'warm', 'hot', 'burning'])[1 + n % 4], n % 2 = 0,
       case when c.channel is null or n % 5 <> 0 then 'open' else 'won' end,
       case when c.channel is null or n % 5 <> 0 then 0 else 1000 * n end,
       now() - make_interval(hours => n * 5 % 700),
       case when n % 5 = 0 then now() - make_interval(hours => n % 600) end,
       case when c.channel is not null and n % 5 = 0 then now() - make_interval(hours => n % 500) end
     from generate_series(1, $2) n
     left join unnest($3::text[]) with ordinality c (channel, place) on c.place = 1 + n / 5 % greatest(1, cardinality($3::text[]))`,
    [projectId, leads, channels],
  );
  await db.query(
    `insert into public.messages (project_id, lead_id, direction, sent_at, reply_seconds)
     select project_id, id, 'out', date_trunc('day', created_at) + make_interval(hours => 8 + 4 * (n % 2)), 300 + 900 * (n % 2)
     from (select *, row_number() over (order by created_at)::integer as n from public.leads where project_id = $1) l
     where $2`,
    [projectId, leads > 20],
  );
  if (cooled)
    await db.query("update public.leads set heat = 'cold' where project_id = $1 and heat = 'warm'", [
      projectId,
    ]);
}

/** All pairs of the widgets in rounds, each with every widget once. */
const rounds = widgets.slice(1).map((_, turn) => {
  const others = widgets.slice(1);
  const turned = [...others.slice(turn), ...others.slice(0, turn)];
  const [one = "metrics", ...rest] = [widgets[0], ...turned];
  const ring = [one, ...rest];
  return ring
    .slice(0, ring.length / 2)
    .flatMap((widget, at) => [widget, ring[ring.length - 1 - at] ?? widget]);
});

/** Puts the cards in this order, two in a row, as a layout of that order would. */
const sideBySide = (page: Page, order: readonly string[]) =>
  page.locator("[data-widget]").evaluateAll((cards, wanted) => {
    for (const one of cards) {
      if (!(one instanceof HTMLElement)) continue;
      one.style.setProperty("--lg", "6");
      one.style.setProperty("--order-lg", `${wanted.indexOf(one.dataset.widget ?? "")}`);
    }
  }, order);

for (const [name, ground] of Object.entries(grounds))
  test(`no card leaves more than a quarter of its height unused, whatever stands beside it: ${name}`, async ({
    page,
    rows,
  }) => {
    const owner = await newOwner("Altura");
    await addLeads(rows.pool, owner, ground);
    await signIn(page, owner);
    const found: string[] = [];
    const measure = async (where: string) => {
      for (const [widget, share] of Object.entries(await emptiness(page)))
        if (share > atMost) found.push(`${widget} ${where}: ${Math.round(share * 100)}%`);
    };
    for (const width of [1100, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await open(page, `/dashboard/${owner.projectId}`);
      await expect(card(page, "metrics").getByRole("definition")).not.toHaveCount(0);
      await measure(`by default at ${width} px`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const order of rounds) {
      await sideBySide(page, order);
      const besides = (widget: string) => order[order.findIndex((one) => one === widget) ^ 1];
      for (const [widget, share] of Object.entries(await emptiness(page)))
        if (share > atMost) found.push(`${widget} beside ${besides(widget)}: ${Math.round(share * 100)}%`);
    }
    expect(found).toEqual([]);
  });
