import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { createUser } from "../local/test-people";
import { inTurn, timed, type Figure } from "./figure";
import { withDurableDatabase } from "./durable-database";

const writers = 8;
const patchesPerWriter = 150;
const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];

type Write = (writer: pg.PoolClient, widget: string, shown: boolean) => Promise<unknown>;

const atomicPatch: Write = (writer, widget, shown) =>
  writer.query({
    name: "patch",
    text: "select public.patch_dashboard_settings($1, $2, $3)",
    values: [{ project_id: null }, { widget_visibility: { [widget]: shown } }, randomUUID()],
  });

/**
 * What an application does whose database cannot merge, for the same guarantees: remember the operation, lock, read,
 * merge, write the whole, keep the answer, commit. Both sides pass the same triggers.
 */
const readModifyWrite: Write = async (writer, widget, shown) => {
  const operation = randomUUID();
  const request = createHash("sha256").update(widget).update(String(shown)).digest();
  await writer.query("begin");
  await writer.query({
    name: "begin",
    text: "select private.begin_operation($1, $2, 'ui')",
    values: [operation, request],
  });
  const { rows } = await writer.query({
    name: "read",
    text: "select widget_visibility from public.user_dashboard_settings where project_id is null for update",
  });
  const merged = { ...rows[0].widget_visibility, [widget]: shown };
  await writer.query({
    name: "write",
    text: "update public.user_dashboard_settings set widget_visibility = $1 where project_id is null",
    values: [merged],
  });
  await writer.query({
    name: "finish",
    text: "select private.finish_operation($1, $2, $3)",
    values: [operation, request, { overrides: merged }],
  });
  await writer.query("commit");
};

/** Each writer is a person of their own with a row of their own: this measures the path, not the queue for one row. */
async function connectWriters(pool: pg.Pool): Promise<pg.PoolClient[]> {
  await pool.query("update private.rate_limits set per_minute = 1000000000");
  return Promise.all(
    Array.from({ length: writers }, async () => {
      const claims = { sub: await createUser(pool), role: "authenticated" };
      const writer = await pool.connect();
      await writer.query("select set_config('request.jwt.claims', $1, false)", [JSON.stringify(claims)]);
      await writer.query("set role authenticated");
      return writer;
    }),
  );
}

async function throughput(people: pg.PoolClient[], write: Write): Promise<number> {
  const elapsedMs = await timed(() =>
    Promise.all(
      people.map(async (writer) => {
        for (let index = 0; index < patchesPerWriter; index += 1)
          await write(writer, widgets[index % widgets.length] ?? "", index % 8 < 4);
      }),
    ),
  );
  return (writers * patchesPerWriter * 1000) / elapsedMs;
}

export const atomicPatchFigure: Figure = {
  name: "atomic patch, patches a second",
  baseline: "select for update, merge in the application, update, with the same memory of operations",
  bar: { atLeast: 2 },
  measure: () =>
    withDurableDatabase(async ({ pool }) => {
      const people = await connectWriters(pool);
      const rates = await inTurn(
        8,
        () => throughput(people, atomicPatch),
        () => throughput(people, readModifyWrite),
      );
      for (const writer of people) writer.release(true);
      const detail = `${rates.ours.toFixed(0)}/s against ${rates.baseline.toFixed(0)}/s, ${writers} writers, fsync on`;
      return { ratio: rates.ours / rates.baseline, detail };
    }),
};
