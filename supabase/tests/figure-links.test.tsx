import fc from "fast-check";
import type pg from "pg";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WidgetContent } from "@/components/dashboard/widget-content";
import { formats } from "@/lib/i18n/formats";
import { countWords, readFilter } from "@/lib/leads/filter";
import type { Panels } from "@/lib/leads/panels";
import { periodOf } from "@/lib/leads/period";
import { ok } from "@/lib/result";
import { dashboard } from "@/lib/settings/dashboard";
import { defaults } from "@/lib/settings/sections";
import { widgets } from "@/lib/settings/widgets";
import { isoOf } from "@/lib/time/wall-time";
import { zoneOf } from "@/lib/time/zone-table";
import { panelNames } from "@/lib/vocabulary/panels";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller } from "@/local/test-people";
import en from "@/messages/en.json";
import { askPanels } from "./asked-panels";
import { liveRandomly } from "./random-leads";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  await database.pool.query("alter table public.leads disable trigger limit_rows");
});
afterAll(() => database.drop());

const scene = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  zone: fc.constantFrom("UTC", "Asia/Jerusalem", "Africa/Cairo", "America/St_Johns", "Australia/Lord_Howe"),
  preset: fc.constantFrom(
    "today" as const,
    "last7Days" as const,
    "last30Days" as const,
    "last12Months" as const,
  ),
  now: fc
    .constantFrom("2026-03-27T22:30:00Z", "2026-10-25T01:15:00Z", "2026-11-30T23:30:00Z")
    .map(Date.parse),
  values: fc.boolean(),
});

/** A year in which everything happens: chance alone leaves out a kind now and then. */
const fullYear = {
  seed: 1,
  zone: "UTC",
  preset: "last12Months",
  now: Date.parse("2026-11-30T23:30:00Z"),
  values: true,
} as const;

it("every figure with a link opens as many leads as it says", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(scene, async ({ seed, zone, preset, now, values }) => {
      await inTransaction(async (client) => {
        await liveRandomly(client, world.projectId, now, seed);
        if (!values) await client.query("update public.leads set value = 0");
        await becomeCaller(client, world.people.viewer, "authenticated");
        const panels = await panelsFor(client, zone, preset, now);
        for (const view of ["enhanced", "classic"] as const)
          for (const { text, href } of linksOn(panels, view)) {
            const filter = readFilter(Object.fromEntries(new URL(href, "http://app.invalid").searchParams));
            if (!filter) throw new Error(`${href} has no filter`);
            const listed = await list(client, href);
            const { kind } = filter.counted;
            seen.add(kind);
            const said = figureIn(text);
            // Of meetings, and of what deals are worth, the leads are those behind them: one has several, or is worth much.
            if (kind === "meetings" || said === null) expect(listed, `${text} ${href}`).toBeGreaterThan(0);
            else expect(listed, `${text} ${href}`).toBe(said);
          }
      });
    }),
    { numRuns: 6 * Number(process.env.FIGURE_TIMES ?? 1), examples: [[fullYear]] },
  );
  expect([...seen].sort()).toEqual([
    "bant",
    "came",
    "cooled",
    "deals",
    "meetings",
    "open",
    "qualified",
    "waiting",
  ]);
});

/** The links of all widgets, as a person meets them: in a chart by what a pointer is told. */
function linksOn(panels: Panels, view: "enhanced" | "classic"): { text: string; href: string }[] {
  const settings = defaults(dashboard);
  const targets = { setOwn: () => {}, setProject: async () => ok(null), onChanged: () => {} };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={en}
      formats={formats}
      timeZone="UTC"
      now={new Date(panels.at)}
    >
      {widgets.map((widget) => (
        <WidgetContent
          key={widget}
          projectId={world.projectId}
          {...{ widget, panels, view, settings, targets }}
        />
      ))}
    </NextIntlClientProvider>,
  );
  return [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/g)].flatMap(([, attributes = "", content = ""]) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const href = of("href")?.replaceAll("&amp;", "&") ?? "";
    const text = of("aria-label") ?? of("title") ?? content.replace(/<[^>]*>/g, "");
    return href.startsWith("/leads?") ? [{ text, href }] : [];
  });
}

/** What a link says that it opens: "Nov 3: 5 Leads", "4 of 14", "Warm: 51". Null where it says a sum or a share. */
function figureIn(text: string): number | null {
  if (/[$%]/.test(text)) return null;
  const figures = text.replace(/^.*: /, "").match(/[\d,]+/g) ?? [];
  return figures[0] === undefined ? null : Number(figures[0].replaceAll(",", ""));
}

async function list(client: pg.ClientBase, href: string): Promise<number> {
  const filter = readFilter(Object.fromEntries(new URL(href, "http://app.invalid").searchParams));
  const { rows } = await client.query<{ page: { leads: unknown[] } }>(
    "select public.get_leads($1, null, 1000, null, null, $2, $3, $4) as page",
    [world.projectId, filter && countWords(filter.counted), filter?.from, filter?.to],
  );
  return rows[0]?.page.leads.length ?? -1;
}

async function panelsFor(
  client: pg.ClientBase,
  zone: string,
  preset: "today" | "last7Days" | "last30Days" | "last12Months",
  now: number,
): Promise<Panels> {
  const choice = { preset, from: "", to: "" };
  const span = periodOf(choice, now, { zone: zoneOf(zone), weekStart: 0 });
  const [from = "", ...bounds] = span.bounds.map(isoOf);
  const spanOf = ([first, last]: readonly [number, number]) => ({ from: isoOf(first), to: isoOf(last) });
  return {
    ...(await askPanels(client, world.projectId, panelNames, span)),
    at: isoOf(now),
    asked: { panels: [...panelNames], period: choice, own: {}, zone, weekStart: 0 },
    own: {},
    period: {
      days: span.days,
      unit: span.unit,
      starts: [from, ...bounds.slice(0, -1)],
      ends: bounds.at(-1) ?? "",
      previous: spanOf(span.previous),
      month: spanOf(span.month),
    },
  };
}

async function inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
