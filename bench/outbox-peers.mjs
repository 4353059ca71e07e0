/**
 * Drains the queue of another library, in a folder where it is installed: `node outbox-peers.mjs graphile|boss|
 * bossWithoutInterval`, with DATABASE, DUE and FUTURE in the environment. Writes the milliseconds from the start of its worker to the last job.
 * graphile-worker runs 24 jobs at once on ten connections (without its local queue, whose jobs a killed worker keeps for
 * hours); pg-boss fetches 500 at once in four workers at its shortest interval. A job does nothing.
 */
import { run, makeWorkerUtils } from "graphile-worker";
import PgBoss from "pg-boss";
import pg from "pg";

const { DATABASE: connectionString, DUE, FUTURE } = process.env;
const [due, future] = [Number(DUE), Number(FUTURE)];
const pool = new pg.Pool({ connectionString });
const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };

async function graphile() {
  const { Logger } = await import("graphile-worker");
  const logger = new Logger(() => (level, message) => level === "error" && console.error(message));
  const utils = await makeWorkerUtils({ connectionString, logger });
  await utils.migrate();
  await utils.release();
  const add = `select graphile_worker.add_jobs(array_agg(
      json_populate_record(null::graphile_worker.job_spec, json_build_object('identifier', 'noop', 'run_at', now() + $2::interval))))
    from generate_series(1, $1)`;
  for (let left = future; left > 0; left -= 100_000)
    await pool.query(add, [Math.min(left, 100_000), "1 day"]);
  await pool.query(add, [due, "0"]);
  await pool.query("vacuum analyze");
  let done = 0;
  const begun = performance.now();
  const runner = await run({
    connectionString,
    logger,
    noHandleSignals: true,
    concurrency: 24,
    maxPoolSize: 10,
    taskList: { noop: () => void (done += 1) },
  });
  const left = "select count(*)::int as many from graphile_worker.jobs where run_at <= now()";
  while (done < due || (await pool.query(left)).rows[0].many > 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const took = performance.now() - begun;
  await runner.stop();
  return took;
}

/** A queue of pg-boss with all jobs in it, and how many of them are still due. */
async function filledBoss() {
  const queue = new PgBoss({ connectionString, supervise: false, schedule: false, ...quiet });
  queue.on("error", console.error);
  await queue.start();
  await queue.createQueue("noop");
  const add = `insert into pgboss.job (name, data, start_after) select 'noop', '{}', now() + $2::interval from generate_series(1, $1)`;
  await pool.query(add, [future, "1 day"]);
  await pool.query(add, [due, "0"]);
  await pool.query("vacuum analyze");
  const left =
    "select count(*)::int as many from pgboss.job where state < 'completed' and start_after <= now()";
  return { queue, left: async () => (await pool.query(left)).rows[0].many };
}

async function boss() {
  const { queue, left } = await filledBoss();
  let done = 0;
  const begun = performance.now();
  // Its least interval is half a second.
  for (let worker = 0; worker < 4; worker += 1)
    await queue.work(
      "noop",
      { batchSize: 500, pollingIntervalSeconds: 0.5 },
      async (jobs) => void (done += jobs.length),
    );
  while (done < due || (await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const took = performance.now() - begun;
  await queue.stop({ graceful: false, wait: false });
  return took;
}

/** What its tables allow: four loops that fetch and complete 500 at once and never wait for an interval. */
async function bossWithoutInterval() {
  const { queue, left } = await filledBoss();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (;;) {
        const jobs = await queue.fetch("noop", { batchSize: 500 });
        if (jobs.length === 0) return;
        await queue.complete(
          "noop",
          jobs.map(({ id }) => id),
        );
      }
    }),
  );
  if ((await left()) > 0) throw new Error("jobs are left");
  const took = performance.now() - begun;
  await queue.stop({ graceful: false, wait: false });
  return took;
}

const peers = { graphile, boss, bossWithoutInterval };
console.log(JSON.stringify({ took: await peers[process.argv[2]]() }));
await pool.end();
process.exit(0);
