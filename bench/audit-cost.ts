import { randomUUID } from "node:crypto";
import pg from "pg";
import { createUser } from "../local/test-people";
import { createTestDatabase, type TestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, timed, type Figure } from "./figure";

const people = 8;
const patchesEach = 150;
const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];

/**
 * The statement of the trigger's function that writes the record; without it the checks, the version and the hint stay.
 */
const recording = /insert into public\.settings_events[^;]*;/;

async function stopRecording({ pool }: TestDatabase): Promise<void> {
  const { rows } = await pool.query<{ name: string; source: string }>(
    `select oid::regprocedure::text as name, pg_get_functiondef(oid) as source
     from pg_proc where pronamespace = 'private'::regnamespace and proname = 'record_settings_changes'`,
  );
  const [found] = rows;
  if (rows.length !== 1 || !found || !recording.test(found.source))
    throw new Error("private.record_settings_changes has no insert into settings_events to remove");
  await pool.query(found.source.replace(recording, ""));
}

/** Eight people, each on their own row, over their own connection. */
async function connectPeople({ pool, adminUrl }: TestDatabase): Promise<pg.PoolClient[]> {
  await pool.query("update private.rate_limits set per_minute = 1000000000");
  // The local Realtime server listens to NOTIFY, which makes commits queue; a hosted one reads the write-ahead log.
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("alter table realtime.messages disable trigger announce_message");
  await admin.end();
  const connect = async () => {
    const client = await pool.connect();
    const claims = JSON.stringify({ sub: await createUser(pool), role: "authenticated" });
    await client.query("select set_config('request.jwt.claims', $1, false)", [claims]);
    await client.query("set role authenticated");
    await patch(client, "metrics", false);
    return client;
  };
  return Promise.all(Array.from({ length: people }, connect));
}

const patch = (client: pg.PoolClient, widget: string, shown: boolean) =>
  client.query({
    name: "patch",
    text: "select public.patch_dashboard_settings($1, $2, $3)",
    values: [{ project_id: null }, { widget_visibility: { [widget]: shown } }, randomUUID()],
  });

async function throughput(clients: pg.PoolClient[]): Promise<number> {
  const elapsedMs = await timed(() =>
    Promise.all(
      clients.map(async (client) => {
        for (let index = 0; index < patchesEach; index += 1)
          await patch(client, widgets[index % widgets.length] ?? "", index % 8 < 4);
      }),
    ),
  );
  return (clients.length * patchesEach * 1000) / elapsedMs;
}

export const auditCostFigure: Figure = {
  name: `patches a second of ${people} people with the audit`,
  baseline: "the same patch function, with the recording of events taken out of its trigger",
  bar: { atLeast: 0.75 },
  measure: () =>
    withScratchDatabase(
      async (audited) => {
        const silent = await createTestDatabase();
        await stopRecording(silent);
        const [ours, baseline] = [await connectPeople(audited), await connectPeople(silent)];
        const rates = await inTurn(
          10,
          () => throughput(ours),
          () => throughput(baseline),
        );
        const recorded = await silent.pool.query("select from public.settings_events");
        if (recorded.rowCount !== 0) throw new Error("the baseline recorded events");
        for (const client of [...ours, ...baseline]) client.release(true);
        await silent.drop();
        const cost = (100 * (1 - rates.ours / rates.baseline)).toFixed(1);
        const detail = `${rates.ours.toFixed(0)}/s against ${rates.baseline.toFixed(0)}/s: the audit costs ${cost} %, fsync on`;
        return { ratio: rates.ours / rates.baseline, detail };
      },
      { durable: true },
    ),
};
