import { createClient } from "@supabase/supabase-js";
import { noRealtime } from "../lib/supabase/transport";
import { withPlatform } from "./platform";
import { panelNames, type PanelName } from "../lib/vocabulary/panels";
import { createTestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { panelsArguments } from "../lib/leads/arguments";
import { lastThirtyDays, panelsSql, panelsValues } from "../lib/testing/dashboard-sql";
import { earlierCommit } from "./earlier";
import { counted, earlierDatabase, fillProject, settle, withReader, type Ground } from "./dashboard-ground";
import { inTurn, median, timed, type Figure } from "./figure";

const [some, many] = [100_000, 1_000_000];
const written = (leads: number) => leads.toLocaleString("en");

/** Runs `work` with the time that the whole document of the last thirty days takes its reader. */
const withDocument = <T>(ground: Ground, work: (read: () => Promise<number>) => Promise<T>): Promise<T> =>
  withReader(ground, (reader) => {
    const values = [ground.projectId, ...panelsValues(panelNames, lastThirtyDays(Date.now()))];
    return work(() => timed(() => reader.query(panelsSql, values)));
  });

async function withGround<T>(leads: number, work: (ground: Ground) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  try {
    return await work(await counted(await fillProject(database, leads)));
  } finally {
    await database.drop();
  }
}

async function withEarlierGround<T>(leads: number, work: (ground: Ground) => Promise<T>): Promise<T> {
  const database = await earlierDatabase();
  try {
    const ground = await fillProject(database, leads);
    await settle(ground);
    return await work(ground);
  } finally {
    await database.drop();
  }
}

const onServer = <T>(work: () => Promise<T>) => withScratchDatabase(() => work(), { durable: true });

export const dashboardAgeFigure: Figure = {
  name: `the dashboard of ${written(some)} leads, time`,
  baseline: `that of commit ${earlierCommit}, of the same leads`,
  bar: { atMost: 0.01 },
  measure: () =>
    onServer(() =>
      withGround(some, (ground) =>
        withEarlierGround(some, (before) =>
          withDocument(ground, (ours) =>
            withReader(before, async (reader) => {
              const sql = "select public.get_dashboard_panels($1)";
              const theirs = () => timed(() => reader.query(sql, [before.projectId]));
              const times = await inTurn(3, ours, theirs);
              const detail = `${times.ours.toFixed(1)} ms against ${(times.baseline / 1000).toFixed(1)} s`;
              return { ratio: times.ours / times.baseline, detail };
            }),
          ),
        ),
      ),
    ),
};

export const dashboardSizeFigure: Figure = {
  name: `the dashboard of 30 days of ${written(many)} leads, time`,
  baseline: `the same of ${written(some)} leads of the same year`,
  bar: { atMost: 2 },
  measure: () =>
    onServer(() =>
      withGround(some, (small) =>
        withGround(many, (large) =>
          withDocument(small, (baseline) =>
            withDocument(large, async (ours) => {
              const times = await inTurn(15, ours, baseline);
              const detail = `${times.ours.toFixed(1)} against ${times.baseline.toFixed(1)} ms`;
              return { ratio: times.ours / times.baseline, detail };
            }),
          ),
        ),
      ),
    ),
};

/** Through the stock client and REST, as a widget that fetched for itself would. */
export const dashboardOnceFigure: Figure = {
  name: "one document of eight widgets, time",
  baseline: "eight documents of one widget each through REST, awaited in turn",
  bar: { atMost: 0.5 },
  measure: () =>
    withPlatform(async ({ platform }) => {
      const client = createClient(platform.urls.api, platform.keys.publishable, { realtime: noRealtime });
      await client.auth.signInWithPassword({ email: "owner@demo.local", password: "demo-demo-demo" });
      const { data: projects } = await client.from("projects").select("id");
      const period = lastThirtyDays(Date.now());
      const ask = async (panels: readonly PanelName[]) => {
        const { error } = await client.rpc("get_dashboard_panels", {
          project_id: projects?.[0]?.id,
          ...panelsArguments(panels, period),
        });
        if (error) throw error;
      };
      const each = async () => {
        for (const panel of panelNames) await ask([panel]);
      };
      const times = await inTurn(
        15,
        () => timed(() => ask(panelNames)),
        () => timed(each),
      );
      const together = await inTurn(
        15,
        () => timed(() => ask(panelNames)),
        () => timed(() => Promise.all(panelNames.map((panel) => ask([panel])))),
      );
      const detail = `${times.ours.toFixed(1)} against ${times.baseline.toFixed(1)} ms; ${(together.ours / together.baseline).toFixed(2)} of the eight sent at once`;
      return { ratio: times.ours / times.baseline, detail };
    }),
};

/** A lead's first hours: it comes, warms up, says what it can pay, and qualifies. Four transactions, in milliseconds. */
async function lifeOfALead({ database, projectId }: Ground): Promise<number> {
  const { pool } = database;
  return timed(async () => {
    const { rows } = await pool.query<{ id: string }>(
      "insert into public.leads (project_id, name) values ($1, 'Lead') returning id",
      [projectId],
    );
    for (const change of ["heat = 'warm'", "bant_budget = true", "status = 'qualified'"])
      await pool.query(`update public.leads set ${change} where id = $1`, [rows[0]?.id]);
  });
}

export const leadWriteFigure: Figure = {
  name: `writing a lead among ${written(some)}, time`,
  baseline: "the same without the counts",
  bar: { atMost: 1.2 },
  measure: () =>
    onServer(() =>
      withGround(some, (ground) =>
        withGround(some, async (bare) => {
          for (const table of ["leads", "lead_events"])
            for (const deed of ["new", "changed", "removed"])
              await bare.database.pool.query(
                `alter table public.${table} disable trigger update_counts_of_${deed}`,
              );
          const many = (one: Ground) => async () => {
            const times: number[] = [];
            for (let lead = 0; lead < 40; lead += 1) times.push(await lifeOfALead(one));
            return median(times);
          };
          const times = await inTurn(9, many(ground), many(bare));
          const detail = `${times.ours.toFixed(2)} against ${times.baseline.toFixed(2)} ms for four writes`;
          return { ratio: times.ours / times.baseline, detail };
        }),
      ),
    ),
};
