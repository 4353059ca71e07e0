import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { createUser } from "../local/test-people";
import type { TestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, timed, type Figure } from "./figure";

const writers = 8;
const patchesPerWriter = 100;
/** One round trip between a function and its database in the same region. */
const networkMs = 1;
const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];

type Send = (query: pg.QueryConfig) => Promise<pg.QueryResult>;
type Write = (send: Send, widget: string, shown: boolean) => Promise<unknown>;

const atomicPatch: Write = (send, widget, shown) =>
  send({
    name: "patch",
    text: "select public.patch_dashboard_settings($1, $2, $3)",
    values: [{ project_id: null }, { widget_visibility: { [widget]: shown } }, randomUUID()],
  });

/**
 * The writes of an application whose database cannot merge. The trigger records the change; no operation is remembered.
 */
const readModifyWrite: Write = async (send, widget, shown) => {
  await send({ text: "begin" });
  const { rows } = await send({
    name: "read",
    text: "select widget_visibility from public.user_dashboard_settings where project_id is null for update",
  });
  await send({
    name: "write",
    text: "update public.user_dashboard_settings set widget_visibility = $1 where project_id is null",
    values: [{ ...rows[0].widget_visibility, [widget]: shown }],
  });
  await send({ text: "commit" });
};

/** Eight connections of one person, like tabs and devices, that write one document. */
async function connectWriters({ pool, adminUrl }: TestDatabase): Promise<pg.PoolClient[]> {
  await pool.query("update private.rate_limits set per_minute = 1000000000");
  // The local Realtime server listens to NOTIFY, which makes commits queue; a hosted one reads the write-ahead log.
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("alter table realtime.messages disable trigger announce_message");
  await admin.end();
  const claims = JSON.stringify({ sub: await createUser(pool), role: "authenticated" });
  const connect = async () => {
    const writer = await pool.connect();
    await writer.query("select set_config('request.jwt.claims', $1, false)", [claims]);
    await writer.query("set role authenticated");
    return writer;
  };
  const people = await Promise.all(Array.from({ length: writers }, connect));
  for (const writer of people) await atomicPatch((query) => writer.query(query), "metrics", false);
  return people;
}

async function throughput(people: pg.PoolClient[], write: Write): Promise<number> {
  const elapsedMs = await timed(() =>
    Promise.all(
      people.map(async (writer) => {
        const send: Send = async (query) => {
          await delay(networkMs);
          return writer.query(query);
        };
        for (let index = 0; index < patchesPerWriter; index += 1)
          await write(send, widgets[index % widgets.length] ?? "", index % 8 < 4);
      }),
    ),
  );
  return (writers * patchesPerWriter * 1000) / elapsedMs;
}

export const atomicPatchFigure: Figure = {
  name: `atomic patch of one document by ${writers} writers, ${networkMs} ms of network, patches a second`,
  baseline: "select for update, merge in the application, update, commit",
  bar: { atLeast: 2 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const people = await connectWriters(database);
        const rates = await inTurn(
          8,
          () => throughput(people, atomicPatch),
          () => throughput(people, readModifyWrite),
        );
        for (const writer of people) writer.release(true);
        const detail = `${rates.ours.toFixed(0)}/s against ${rates.baseline.toFixed(0)}/s, fsync on`;
        return { ratio: rates.ours / rates.baseline, detail };
      },
      { durable: true },
    ),
};
