import { randomUUID } from "node:crypto";
import pg from "pg";
import type { BatchAnswer } from "../lib/notifications/notification";
import type { TestDatabase } from "../local/test-database";
import { createUser } from "../local/test-people";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, timed, type Figure } from "./figure";

const many = 1_000_000;
const few = 100;
/** Reads of one measurement: a single one is too short to measure. */
const reads = 10;

type Person = { id: string; count: number };

/**
 * Two people of one project, with a million notifications and with a hundred; a tenth of each is unread. The triggers
 * are off meanwhile, so the counters are set by hand.
 */
async function fill({ pool, adminUrl }: TestDatabase) {
  const projectId = randomUUID();
  await pool.query("insert into public.clients (id, name) values ($1, 'Client')", [projectId]);
  await pool.query("insert into public.projects (id, client_id, name) values ($1, $1, 'Project')", [
    projectId,
  ]);
  await pool.query("alter table public.notifications disable trigger user");
  const fillPerson = async (count: number): Promise<Person> => {
    const id = await createUser(pool);
    await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
      projectId,
      id,
    ]);
    await pool.query(
      `insert into public.notifications (user_id, seq, category, title, params, project_id, read, read_at)
       select $1, n, 'heatProgressions', 'Dana is now hot', '{"kind": "lead.heat", "lead_name": "Dana"}', $2,
         n <= $3::bigint * 9 / 10, case when n <= $3::bigint * 9 / 10 then now() end
       from generate_series(1, $3) n`,
      [id, projectId, count],
    );
    await pool.query("insert into private.notification_counters (user_id, last_seq) values ($1, $2)", [
      id,
      count,
    ]);
    return { id, count };
  };
  const people = { ours: await fillPerson(many), baseline: await fillPerson(few) };
  await pool.query("alter table public.notifications enable trigger user");
  await pool.query("update private.rate_limits set per_minute = 1000000");
  await pool.query("vacuum analyze public.notifications");
  // What the filling wrote goes to the disk now, and not into what is measured.
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("checkpoint");
  await admin.end();
  return { projectId, ...people };
}

/** A connection on which a person asks, as the API does for them. */
async function connect(pool: pg.Pool, { id }: Person): Promise<pg.PoolClient> {
  const client = await pool.connect();
  const claims = JSON.stringify({ sub: id, role: "authenticated" });
  await client.query("select set_config('request.jwt.claims', $1, false)", [claims]);
  await client.query("set role authenticated");
  return client;
}

export const millionReadFigure: Figure = {
  name: "bell and bootstrap of a million rows, a tenth unread, time",
  baseline: `the same reads by a person who has ${few}`,
  bar: { atMost: 1.5 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const { projectId, ours, baseline } = await fill(database);
        const [large, small] = [await connect(database.pool, ours), await connect(database.pool, baseline)];
        const compared = [
          ["the bell", "select public.get_notifications()", () => []],
          ["the next ten", "select public.get_notifications($1)", ({ count }: Person) => [count - 10]],
          ["the bootstrap", "select public.get_bootstrap($1, 'device')", () => [projectId]],
        ] as const;
        let worst = 0;
        const parts: string[] = [];
        for (const [name, sql, values] of compared) {
          const read = (client: pg.PoolClient, person: Person) => () =>
            timed(async () => {
              for (let turn = 0; turn < reads; turn += 1) await client.query(sql, [...values(person)]);
            });
          const times = await inTurn(16, read(large, ours), read(small, baseline));
          worst = Math.max(worst, times.ours / times.baseline);
          const [of, against] = [times.ours / reads, times.baseline / reads];
          parts.push(`${name} ${of.toFixed(2)} against ${against.toFixed(2)} ms`);
        }
        for (const client of [large, small]) client.release(true);
        return { ratio: worst, detail: `the worst of ${parts.join(", ")}` };
      },
      { durable: true },
    ),
};

/** Inserts for the person one after another until `isOver`; answers the longest that one took, in ms. */
async function longestInsert(pool: pg.Pool, person: Person, isOver: () => boolean): Promise<number> {
  const sql =
    "insert into public.notifications (user_id, category, title) values ($1, 'leadUpdates', 'News')";
  // The first one waits for a connection and for its triggers to be compiled, and not for the marks.
  await pool.query(sql, [person.id]);
  let longest = 0;
  while (!isOver()) longest = Math.max(longest, await timed(() => pool.query(sql, [person.id])));
  return longest;
}

/** Marks as the bell does, batch after batch; answers how many there were. */
async function markAll(client: pg.PoolClient, { count }: Person): Promise<number> {
  let batches = 0;
  let last: Pick<BatchAnswer, "next" | "marked_at"> | null = null;
  do {
    const sql = "select public.mark_notifications_through($1, true, $2) as answer";
    const values: unknown[] = last ? [last.next, last.marked_at] : [count, null];
    const answered: pg.QueryResult<{ answer: BatchAnswer }> = await client.query(sql, values);
    last = answered.rows[0]?.answer ?? null;
    batches += 1;
  } while (last && last.next !== null);
  return batches;
}

const bearableMs = 100;

export const allReadInsertFigure: Figure = {
  name: `longest insert while ${(many / 10).toLocaleString("en")} are marked read, time`,
  baseline: `${bearableMs} ms`,
  bar: { atMost: 1 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const { ours } = await fill(database);
        const client = await connect(database.pool, ours);
        let isOver = false;
        const inserting = longestInsert(database.pool, ours, () => isOver);
        let batches = 0;
        const elapsedMs = await timed(async () => (batches = await markAll(client, ours)));
        isOver = true;
        const longest = await inserting;
        client.release(true);
        const end = performance.now() + elapsedMs;
        const quiet = await longestInsert(database.pool, ours, () => performance.now() > end);
        const detail = `${longest.toFixed(0)} ms during ${batches} batches in ${(elapsedMs / 1000).toFixed(1)} s; with nothing marked ${quiet.toFixed(0)} ms`;
        return { ratio: longest / bearableMs, detail };
      },
      { durable: true },
    ),
};
