import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import pg from "pg";
import { runWorker } from "../lib/notifications/delivery/worker";
import { installTools } from "../local/npm-tools";
import type { TestDatabase } from "../local/test-database";
import { root } from "../scripts/root";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, percentile, timed, type Figure } from "./figure";
import { bareUpdates, due, fill, limits, makeDue, parts } from "./outbox-ground";

const versions = { graphile: "graphile-worker@0.17.3", boss: "pg-boss@10.4.2" } as const;
type Peer = keyof typeof versions;

/** Milliseconds in which our workers deliver all that is due. */
async function drain(pool: pg.Pool): Promise<number> {
  await makeDue(pool);
  let many = 0;
  const given = parts(pool, () => (many += 1));
  const took = await timed(() =>
    Promise.all(Array.from({ length: 4 }, () => runWorker(given, limits, () => true))),
  );
  if (many !== due) throw new Error(`${many} of ${due} were sent`);
  return took;
}

const answered = z.object({ took: z.number() });
/** Milliseconds of the peer, in a database of its own on the same server. */
async function drainOf(
  peer: Peer | "bossWithoutInterval",
  folder: string,
  { adminUrl }: TestDatabase,
  future: number,
) {
  const name = `peer_${peer.toLowerCase()}`;
  // By the superuser: processes of the peer's last run may be ending still.
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["outbox-peers.mjs", peer], {
    cwd: folder,
    env: { ...process.env, DATABASE: url.href, DUE: `${due}`, FUTURE: `${future}` },
  });
  return answered.parse(JSON.parse(stdout)).took;
}

const drainFigure = (peer: Peer, atLeast: number, future: number): Figure => ({
  name: `outbox: deliveries a second${future > 0 ? " beside a million rows of the future" : ""}, against ${peer}`,
  baseline: `jobs a second of ${versions[peer].replace("@", " ")} that do nothing`,
  bar: { atLeast },
  measure: async () => {
    const tools = await installTools([
      versions[peer],
      "pg@8.23.1",
      "graphile-worker@0.17.3",
      "pg-boss@10.4.2",
    ]);
    try {
      await copyFile(join(root, "bench/outbox-peers.mjs"), join(tools.folder, "outbox-peers.mjs"));
      return await withScratchDatabase(
        async (database) => {
          await fill(database, future);
          const { ours, baseline } = await inTurn(
            2,
            () => drain(database.pool),
            () => drainOf(peer, tools.folder, database, future),
          );
          const bare = await bareUpdates(database.pool);
          const detail = [
            `${due.toLocaleString("en")} in ${ours.toFixed(0)} ms, ${baseline.toFixed(0)} ms`,
            // It sleeps most of that time: the ratio says more of its interval than of its work.
            ...(peer === "boss"
              ? [
                  `${(await drainOf("bossWithoutInterval", tools.folder, database, future)).toFixed(0)} ms without its interval`,
                ]
              : []),
            `our two updates alone in ${bare.toFixed(0)} ms`,
          ];
          return { ratio: baseline / ours, detail: detail.join("; ") };
        },
        { durable: true },
      );
    } finally {
      tools.remove();
    }
  },
});

const pollMs = 1_000;

/** A worker that polls, and 400 rows that become due at any moment of four seconds beside a million of the future. */
export const outboxLatenessFigure: Figure = {
  name: "outbox: lateness of a delivery at the 99th percentile, beside a million rows of the future",
  baseline: "the interval of the poll and 50 ms",
  bar: { atMost: 1 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const { pool } = database;
        await fill(database, 1_000_000);
        // After the last of the future, whose rows are nobody's.
        await makeDue(pool, "now() + interval '30 days'");
        await pool.query(
          `update private.deliveries set not_before = now() + interval '500 ms' + random() * interval '4 s'
           where ctid = any (array(select ctid from private.deliveries where not_before > now() + interval '29 days'
             limit 400))`,
        );
        const { rows } = await pool.query<{ id: string; at: Date }>(
          "select id, not_before as at from private.deliveries where not_before < now() + interval '1 minute'",
        );
        const dueAt = new Map(rows.map(({ id, at }) => [id, at.getTime()]));
        const late: number[] = [];
        const given = parts(pool, (id) => late.push(Date.now() - (dueAt.get(id) ?? 0)));
        for (let next = performance.now(); late.length < dueAt.size; next += pollMs) {
          await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
          await runWorker(given, { ...limits, batch: 20 }, () => true);
        }
        const worst = percentile(99, late);
        const detail = `${worst.toFixed(0)} ms at a poll each ${pollMs} ms, ${late.length} deliveries`;
        return { ratio: worst / (pollMs + 50), detail };
      },
      { durable: true },
    ),
};

export const outboxFigures: readonly Figure[] = [
  drainFigure("graphile", 1, 0),
  drainFigure("boss", 5, 0),
  drainFigure("graphile", 1, 1_000_000),
  drainFigure("boss", 5, 1_000_000),
  outboxLatenessFigure,
];
